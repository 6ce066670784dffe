package districtkpi.office.refusal;

import districtkpi.db.round.RoundGoneException;
import districtkpi.domain.ReasonText;
import districtkpi.importer.PersonalNumbers;
import districtkpi.office.words.Words;
import java.util.List;

/** An act of the office was refused; nothing was written. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Object> arguments;

    /** What is wrong, and so what to do. The list is closed: each has a text. */
    public enum Reason {
        /** It is another district's or another unit's, or the role may not. */
        NOT_YOURS("refused.not-yours"),
        /** The round, the district, the indicator, the field or the officer is not there. */
        UNKNOWN("refused.unknown"),
        /** Somebody else did something to it meanwhile. */
        MOVED("refused.moved"),
        /** What would be done is not what was shown any more. */
        NOT_AS_SHOWN("refused.not-as-shown"),
        /** The director declared the results of the round final. */
        SIGNED_OFF("refused.signed-off"),
        /** A text holds what may be the number of a citizen. */
        PERSONAL_NUMBER("refused.personal-number"),
        /** Characters at most. */
        TOO_LONG("refused.too-long"),
        /** What is done is to be given a reason. */
        NO_REASON("refused.no-reason"),
        /** What is done by hand on paper was not done tomorrow. */
        DAY_IN_FUTURE("refused.day-in-future"),
        DAY_BEFORE_ROUND("refused.day-before-round"),

        /** Somebody handed the indicator in or reviewed it meanwhile. */
        INDICATOR_MOVED("refused.indicator-moved"),
        /** There is no figure to hand in. */
        NOTHING_RECORDED("refused.nothing-recorded"),
        /** Only what was handed in can be reviewed. */
        NOT_SUBMITTED("refused.not-submitted"),
        /** There is no step that could be taken back. */
        NOTHING_TO_TAKE_BACK("refused.nothing-to-take-back"),
        /** The figures that were handed in cannot be taken back. */
        NOT_UNDOABLE("refused.not-undoable"),
        /** Whoever sends back says what is to be mended. */
        NO_NOTE("refused.no-note"),
        /** Without a computed level none can be set. */
        NO_LEVEL("refused.no-level"),
        /** A file is neither PDF, JPEG, PNG nor XLSX, whatever its name says. */
        WRONG_TYPE("refused.wrong-type"),
        TOO_BIG("refused.too-big"),
        /** Whoever records paper says what it is. */
        NO_DESCRIPTION("refused.no-description"),

        /** Somebody recorded a receipt, or withdrew one, meanwhile. */
        RECEIPT_MOVED("refused.receipt-moved"),
        /** A list of addresses would do something else now than what was shown. */
        ADDRESSES_MOVED("refused.addresses-moved"),
        /** There is no receipt to withdraw. */
        NOT_RECEIVED("refused.not-received"),

        /** No district has any result. */
        NO_RESULT("publication.no-result"),
        /** The newest revision says the same already. */
        ALREADY_PUBLISHED("refused.already-published"),
        /** What is declared final has to be published first. */
        NOT_PUBLISHED("refused.not-published"),

        /** Revisions of the round were published, and stay as they are. */
        ROUND_PUBLISHED("refused.round-published"),
        /** Without it there would be no round. */
        ONLY_ROUND("refused.only-round"),
        /** Files in force that have figures of other rounds too. */
        FILES_OF_OTHER_ROUNDS("refused.files-of-other-rounds"),
        /** The round that was typed is not the one that would go. */
        OTHER_ROUND_TYPED("refused.other-round-typed"),

        /** An officer is given an indicator that the agreement in force does not have. */
        NOT_AGREED("refused.not-agreed"),
        /** Somebody with that post and name serves already. */
        OFFICER_TAKEN("refused.officer-taken"),
        /** Who is retired gets nothing. */
        RETIRED("refused.retired"),
        /** The district did not acknowledge the version of the agreement in force. */
        NOT_ACKNOWLEDGED("refused.not-acknowledged"),
        /** The weights do not total 100. */
        NOT_WHOLE("refused.not-whole"),
        /** It is what the officer has already. */
        SHEET_UNCHANGED("refused.sheet-unchanged"),
        /** A text is no day. */
        NO_DAY("refused.no-day"),
        /** A day before the sheet was handed over, or one to come. */
        WRONG_DAY("refused.wrong-day"),

        /** There is an account of that name already. */
        ACCOUNT_TAKEN("accounts.taken"),
        /** Somebody else changed the account meanwhile. */
        ACCOUNT_MOVED("accounts.moved"),
        /** At least one administrator can sign in with a password. */
        LAST_ADMINISTRATOR("accounts.last"),
        /** One's own password is changed on one's own page. */
        OWN_PASSWORD("refused.own-password"),
        /** An account of demonstration stays as it is. */
        DEMONSTRATION_ACCOUNT("refused.demonstration-account"),
        NO_ACCOUNT("refused.no-account"),
        /** An account is somebody else's than an administrator's. */
        NO_ADMINISTRATOR("refused.no-administrator"),

        /** Somebody else put other boundaries on the map meanwhile. */
        MAP_MOVED("map.moved"),
        /** A text is no address of the program. */
        NO_ADDRESS("settings.fault.address"),
        NO_EMAIL("settings.fault.email"),
        /** Days from the day of sending in: how far at most, and how many at most. */
        NO_DAYS("settings.fault.days"),
        /** A whole number: at least, and at most. */
        NOT_IN_RANGE("settings.fault.number"),
        /** Characters at most, on one line. */
        NO_LINE("settings.fault.text");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The key of its text. */
        public String key() {
            return key;
        }
    }

    /**
     * @param arguments that its text needs: whole numbers, or texts
     */
    public Refused(Reason reason, Object... arguments) {
        super("Refused: " + reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /** Refuses what must not be. */
    public static void refuseIf(boolean condition, Reason reason) {
        if (condition) {
            throw new Refused(reason);
        }
    }

    /** Refuses whoever waited for a round that was withdrawn meanwhile. */
    public static void refuseIfGone(Runnable lock) {
        try {
            lock.run();
        } catch (RoundGoneException _) {
            throw new Refused(Reason.UNKNOWN);
        }
    }

    /**
     * Refuses a text that is not to be kept.
     *
     * @param max characters
     */
    public static void refuseText(String text, int max) {
        refuseTooLong(text, max);
        refusePersonalNumber(text);
    }

    /**
     * Refuses a text that is too long.
     *
     * @param max characters
     */
    public static void refuseTooLong(String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            throw new Refused(Reason.TOO_LONG, max);
        }
    }

    /** Refuses texts that have what may be the number of a citizen. */
    public static void refusePersonalNumber(String... texts) {
        for (String text : texts) {
            refuseIf(PersonalNumbers.isIn(text), Reason.PERSONAL_NUMBER);
        }
    }

    /** Refuses a reason that is none, or not to be kept. */
    public static void refuseWithoutReason(String reason) {
        refuseIf(reason.isBlank(), Reason.NO_REASON);
        refuseText(reason, ReasonText.MAX_LENGTH);
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, and what to do. */
    public String text(Words words) {
        return words.of(
                reason.key(),
                arguments.stream()
                        .map(argument ->
                                argument instanceof Integer number
                                        ? words.number(number)
                                        : argument)
                        .toArray());
    }
}

package districtkpi.ui.wiring;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scope.RowScope;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.office.access.Permit;
import districtkpi.office.account.FirstAccounts;
import districtkpi.office.demonstration.DemonstrationWork;
import districtkpi.office.importing.ImportIntent;
import districtkpi.office.importing.ImportService;
import districtkpi.office.publication.PublicationService;
import districtkpi.office.round.RoundWithdrawal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database before anybody is served: accounts, the agreement of round 2565-1, and,
 * where wanted, the demonstration rounds, published before the last one is corrected, with the work
 * of offices in that one and a level set by hand in the first. Files go the way of every other
 * file, through the office. What is there is left alone: a round that was opened keeps its
 * agreement, a round that has figures gets no made-up ones, one in which somebody works no made-up
 * work, and one that was withdrawn stays away.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final RoundId SIGNED = RoundId.parse("2565-1");

    /**
     * The round in which offices are at work, and of which some figures are reported once more, as
     * an office corrects them.
     */
    private static final RoundId NEWEST = RoundId.parse("2565-2");

    /** The round with a level that was set by hand. */
    private static final RoundId OLDEST = RoundId.parse("2564-1");

    private static final List<RoundId> DEMONSTRATION =
            List.of(OLDEST, RoundId.parse("2564-2"), SIGNED, NEWEST);

    private final AgreementRepository agreements;
    private final ImportRepository imports;
    private final MeasurementRepository measurements;
    private final ImportService importing;
    private final PublicationService publications;
    private final DemonstrationWork work;
    private final RoundWithdrawal withdrawals;
    private final FirstAccounts accounts;
    private final String adminPassword;
    private final boolean demonstration;

    FirstStart(
            AgreementRepository agreements,
            ImportRepository imports,
            MeasurementRepository measurements,
            ImportService importing,
            PublicationService publications,
            DemonstrationWork work,
            RoundWithdrawal withdrawals,
            FirstAccounts accounts,
            StartSettings settings,
            ObjectProvider<EmbeddedDatabase> embedded) {
        this.agreements = agreements;
        this.imports = imports;
        this.measurements = measurements;
        this.importing = importing;
        this.publications = publications;
        this.work = work;
        this.withdrawals = withdrawals;
        this.accounts = accounts;
        adminPassword = settings.adminPassword();
        demonstration = settings.demonstration().orElseGet(() -> embedded.getIfAvailable() != null);
    }

    @Override
    public void afterSingletonsInstantiated() {
        RowScope.inProvince(() -> Permit.byProgram(this::fill));
    }

    private void fill() {
        accounts.add(adminPassword);
        open(SIGNED);
        if (demonstration) {
            DEMONSTRATION.forEach(this::open);
            DEMONSTRATION.forEach(this::demonstrate);
            if (agreements.findInForce(NEWEST).isPresent() && work.add(NEWEST)) {
                log.info("Made up work of offices in round {}", NEWEST);
            }
        }
    }

    /** A round that somebody withdrew stays away. */
    private void open(RoundId round) {
        if (agreements.findInForce(round).isEmpty() && !withdrawals.wasWithdrawn(round)) {
            ImportFile file = file("/districtkpi/agreements/", round + ".yaml");
            done(importing.takeAgreement(file, new ImportIntent.Commit(Optional.empty())));
            log.info("Opened round {}", round);
        }
    }

    private void demonstrate(RoundId round) {
        ImportFile results = made("results-" + round + ".csv");
        if (agreements.findInForce(round).isEmpty()) {
            return;
        }
        if (measurements.findDays(round).isEmpty() && !isImported(results)) {
            done(importing.takeDemonstration(results));
            if (round.equals(OLDEST)) {
                work.setLevel(round);
            }
            publications.publish(round, "", Optional.empty());
            log.info("Loaded made-up results into round {}", round);
        }
        // Looked at by itself: the program can be stopped between the two files.
        ImportFile corrections = made("results-" + NEWEST + "-corrections.csv");
        if (round.equals(NEWEST) && isImported(results) && !isImported(corrections)) {
            done(importing.takeDemonstration(corrections));
            log.info("Corrected made-up results of round {}", round);
        }
    }

    /** Somebody may have undone it since: then it stays undone. */
    private boolean isImported(ImportFile file) {
        return imports.wasImported(file.sha256());
    }

    private static ImportFile made(String name) {
        return file("/districtkpi/demonstration/", name);
    }

    private static void done(ImportReport report) {
        if (report.status() != ImportReport.Status.COMMITTED) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "The program's own file %s was refused: %s",
                            report.file(),
                            report.issues()));
        }
    }

    private static ImportFile file(String folder, String name) {
        try (InputStream stream = FirstStart.class.getResourceAsStream(folder + name)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file " + folder + name);
            }
            return new ImportFile(name, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

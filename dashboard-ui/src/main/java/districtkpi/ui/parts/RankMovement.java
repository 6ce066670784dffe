package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;
import districtkpi.office.words.Words;
import java.util.OptionalInt;

/** How a district's rank moved. Rank 1 is at the top, so a lower number is up. */
public sealed interface RankMovement {

    record Up(int places) implements RankMovement {}

    record Down(int places) implements RankMovement {}

    record Same() implements RankMovement {}

    /** There is no rank now, or there was none then. */
    record Unknown() implements RankMovement {}

    /** From a rank then to a rank now; unknown where one is absent. */
    static RankMovement of(OptionalInt then, OptionalInt now) {
        return then.isPresent() && now.isPresent()
                ? between(then.getAsInt(), now.getAsInt())
                : new Unknown();
    }

    private static RankMovement between(int before, int after) {
        if (after < before) {
            return new Up(before - after);
        }
        return after > before ? new Down(after - before) : new Same();
    }

    /** Arrow, number and words. */
    default String in(Words words) {
        return switch (this) {
            case Up(int places) -> words.of("movement.up", words.number(places));
            case Down(int places) -> words.of("movement.down", words.number(places));
            case Same() -> words.of("movement.same");
            case Unknown() -> words.of("movement.unknown");
        };
    }

    /** Arrow, number and words as they look. */
    default Span mark(Words words) {
        Span mark = new Span(in(words));
        mark.addClassNames("movement", style());
        return mark;
    }

    /** Arrow and number alone, where there is little room. */
    default String inShort(Words words) {
        return switch (this) {
            case Up(int places) -> words.of("movement.up.short", words.number(places));
            case Down(int places) -> words.of("movement.down.short", words.number(places));
            case Same() -> words.of("movement.same.short");
            case Unknown() -> words.of("movement.unknown.short");
        };
    }

    /** The class of its looks. */
    default String style() {
        return switch (this) {
            case Up _ -> "movement-up";
            case Down _ -> "movement-down";
            case Same _ -> "movement-same";
            case Unknown _ -> "movement-unknown";
        };
    }
}

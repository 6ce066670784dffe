package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * From one total to another, step by step: each bar starts where the one before it ended.
 *
 * @param compact without an axis
 */
public record Waterfall(String label, Scale scale, List<Step> steps, boolean compact)
        implements Drawing {

    private static final int ROW = 26;
    private static final int AROUND = 42;
    private static final int ROOM_FOR_LABEL = 96;
    private static final int ROOM_FOR_NUMBER = 56;
    private static final int MARGIN = 4;

    /** Of the span of the steps, what is drawn below the least of them. */
    private static final BigDecimal BELOW = new BigDecimal("0.25");

    /** With all of its axis. */
    public Waterfall(String label, Scale scale, List<Step> steps) {
        this(label, scale, steps, false);
    }

    /**
     * Without an axis, which begins where something happens, so that small steps can be seen.
     *
     * @param steps the first and the last of them from 0
     */
    public static Waterfall small(String label, String unit, List<Step> steps) {
        List<BigDecimal> ends = steps.stream().map(step -> step.mark().value()).toList();
        BigDecimal least = Collections.min(ends);
        BigDecimal most = Collections.max(ends);
        BigDecimal span = most.subtract(least).max(BigDecimal.ONE);
        BigDecimal start = least.subtract(span.multiply(BELOW)).max(BigDecimal.ZERO);
        return new Waterfall(
                label,
                new Scale(unit, start, most.max(start.add(BigDecimal.ONE)), false, false),
                steps,
                true);
    }

    /**
     * A bar.
     *
     * @param from where it starts
     * @param colour name of a CSS variable
     * @param mark where it ends
     * @param label written beside the bar; empty where the name says all
     */
    public record Step(String name, BigDecimal from, String colour, Mark mark, String label) {

        public Step(String name, BigDecimal from, String colour, Mark mark) {
            this(name, from, colour, mark, "");
        }
    }

    public Waterfall {
        steps = List.copyOf(steps);
    }

    @Override
    public int height() {
        return (compact ? 2 * MARGIN : AROUND) + steps.size() * ROW;
    }

    @Override
    public ObjectNode option() {
        Option option = new Option(label);
        option.values("xAxis", scale);
        if (compact) {
            option.node().withObject("xAxis").put("show", false);
            option.node().withObject("grid").put("bottom", MARGIN);
        }
        option.rows(steps.stream().map(Step::name).toList());
        option.node().withObject("grid").put("top", MARGIN);
        Series hidden =
                new Series(
                        "",
                        "--transparent",
                        steps.stream()
                                .map(step ->
                                        Optional.of(
                                                Mark.of(start(step).min(step.mark().value()), "")))
                                .toList());
        ObjectNode base = option.series("bar", hidden);
        base.put("stack", "all").put("silent", true);
        base.putObject("itemStyle").put("color", "transparent");
        Series drawn =
                new Series(
                        label,
                        "--ink-soft",
                        steps.stream()
                                .map(step ->
                                        Optional.of(
                                                new Mark(
                                                        step.mark()
                                                                .value()
                                                                .subtract(start(step))
                                                                .abs(),
                                                        step.mark().text(),
                                                        step.mark().target())))
                                .toList());
        ObjectNode bars = option.series("bar", drawn);
        bars.put("stack", "all").put("barMaxWidth", ROW);
        // One series stands alone: no pattern is needed to tell it from others.
        bars.putObject("itemStyle").putObject("decal").put("symbol", "none");
        boolean labelled = steps.stream().anyMatch(step -> !step.label().isEmpty());
        if (labelled) {
            option.node()
                    .withObject("grid")
                    .put("right", compact ? ROOM_FOR_NUMBER : ROOM_FOR_LABEL);
        }
        for (int i = 0; i < steps.size(); i++) {
            ObjectNode item = (ObjectNode) bars.withArray("data").get(i);
            item.putObject("itemStyle").put("color", "var(" + steps.get(i).colour() + ")");
            if (labelled && !steps.get(i).label().isEmpty()) {
                item.putObject("label")
                        .put("show", true)
                        .put("position", "right")
                        .put("formatter", steps.get(i).label())
                        .put("color", "var(--ink)")
                        .put("fontSize", Option.TEXT);
            }
        }
        return option.node();
    }

    /** Where a bar is begun to be drawn: not below the axis. */
    private BigDecimal start(Step step) {
        return scale.least() == null ? step.from() : step.from().max(scale.least());
    }
}

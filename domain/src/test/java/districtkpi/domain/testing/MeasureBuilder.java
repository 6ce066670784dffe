package districtkpi.domain.testing;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A measure for a test: one that is counted is counted in whole units, unless told. */
public final class MeasureBuilder {

    private final MeasureId id;
    private final MeasureKind kind;
    private LocalizedText name;
    private @Nullable LocalizedText of;
    private @Nullable MeasureUnit unit;
    private @Nullable LocalDate baseline;
    private boolean receipt;
    private boolean mayExceedWhole;

    private MeasureBuilder(MeasureId id, MeasureKind kind) {
        this.id = id;
        this.kind = kind;
        this.name = AgreementBuilder.text(id.value());
        this.of = kind.isRatio() ? AgreementBuilder.text("of") : null;
        this.unit = kind.isNumeric() ? new MeasureUnit(AgreementBuilder.text("unit"), 0) : null;
    }

    public static MeasureBuilder measure(String id, MeasureKind kind) {
        return new MeasureBuilder(MeasureId.of(id), kind);
    }

    public MeasureBuilder name(LocalizedText text) {
        name = text;
        return this;
    }

    /** What it is compared with. */
    public MeasureBuilder of(@Nullable LocalizedText text) {
        of = text;
        return this;
    }

    public MeasureBuilder unit(@Nullable MeasureUnit other) {
        unit = other;
        return this;
    }

    public MeasureBuilder baseline(@Nullable LocalDate day) {
        baseline = day;
        return this;
    }

    /** The day on which evidence is received. */
    public MeasureBuilder receipt() {
        receipt = true;
        return this;
    }

    /** Compared with a target. */
    public MeasureBuilder mayExceedWhole() {
        mayExceedWhole = true;
        return this;
    }

    public Measure build() {
        return new Measure(id, kind, name, of, unit, baseline, receipt, mayExceedWhole);
    }
}

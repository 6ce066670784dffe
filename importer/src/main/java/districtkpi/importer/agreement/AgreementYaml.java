package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Agreement;
import java.math.BigDecimal;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes an agreement as the YAML file that {@link AgreementReader} reads. */
public final class AgreementYaml {

    private AgreementYaml() {}

    /** The whole file; it reads back as an equal agreement. */
    public static String write(Agreement agreement) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(new PlainNumbers(options), options)
                .dump(AgreementDocument.toMap(agreement));
    }

    /** Numbers with all their places and without an exponent. */
    private static final class PlainNumbers extends Representer {

        PlainNumbers(DumperOptions options) {
            super(options);
            representers.put(
                    BigDecimal.class,
                    number -> {
                        String plain = ((BigDecimal) number).toPlainString();
                        return representScalar(plain.contains(".") ? Tag.FLOAT : Tag.INT, plain);
                    });
        }
    }
}

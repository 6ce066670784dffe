package districtkpi.importer.yaml;

import java.math.BigDecimal;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes what is nested in maps and lists as YAML that people read. */
public final class YamlWriter {

    private YamlWriter() {}

    /** The whole document, fields in the order of the maps. */
    public static String write(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(new PlainNumbers(options), options).dump(document);
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

package districtkpi.importer.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.YamlDepth;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * The bytes of a file as a tree of YAML nodes.
 *
 * <p>The file is hostile until read: it is limited in size and depth, aliases and type tags are
 * refused before a tree is made of it, and no object is ever constructed from it.
 */
final class YamlText {

    /** Ten times the size of a full agreement. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlText() {}

    /** The text of a file; absent, with an issue, if it is too large or not UTF-8. */
    static Optional<String> decode(byte[] content, AgreementIssues issues) {
        if (content.length > MAX_BYTES) {
            issues.add(AgreementFault.TOO_LARGE, 0, "", "", MAX_BYTES / 1024);
            return Optional.empty();
        }
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            issues.add(AgreementFault.NOT_UTF8, 0, "", "");
            return Optional.empty();
        }
    }

    /** The root of the document; absent, with an issue, if it cannot be read or is refused. */
    static Optional<Node> compose(String document, AgreementIssues issues) {
        String text =
                !document.isEmpty() && document.charAt(0) == BYTE_ORDER_MARK
                        ? document.substring(1)
                        : document;
        int errorsBefore = issues.errors();
        refusePersonalNumbers(text, issues);
        Yaml yaml = new Yaml(YamlDepth.options(MAX_BYTES));
        try {
            YamlDepth depth = new YamlDepth();
            for (Event event : yaml.parse(new StringReader(text))) {
                refuseAliasesAndTags(event, issues);
                if (depth.isTooDeepAfter(event)) {
                    issues.add(
                            AgreementFault.TOO_DEEP,
                            event.getStartMark().getLine() + 1,
                            "",
                            "",
                            YamlDepth.MAX_DEPTH);
                    return Optional.empty();
                }
            }
            if (issues.errors() > errorsBefore) {
                return Optional.empty();
            }
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                issues.add(AgreementFault.EMPTY_FILE, 0, "", "");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            issues.add(
                    AgreementFault.NOT_YAML,
                    mark == null ? 0 : mark.getLine() + 1,
                    "",
                    "",
                    e.getProblem());
        } catch (ReaderException e) {
            String problem =
                    String.format(Locale.ROOT, "character U+%04X is not allowed", e.getCodePoint());
            issues.add(AgreementFault.NOT_YAML, lineAt(text, e.getPosition()), "", "", problem);
        } catch (YAMLException e) {
            issues.add(AgreementFault.NOT_YAML, 0, "", "", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static void refusePersonalNumbers(String text, AgreementIssues issues) {
        int line = 1;
        int counted = 0;
        for (PersonalNumbers.Span number : PersonalNumbers.find(text)) {
            // On from the one before: of many, each would go through the whole text.
            line += lineEnds(text, counted, number.start());
            counted = number.start();
            issues.add(AgreementFault.PERSONAL_NUMBER, line, "", "");
        }
    }

    private static void refuseAliasesAndTags(Event event, AgreementIssues issues) {
        int line = event.getStartMark().getLine() + 1;
        String tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent collection -> collection.getTag();
                    default -> null;
                };
        if (event instanceof AliasEvent alias) {
            issues.add(AgreementFault.ALIAS_NOT_ALLOWED, line, "", "*" + alias.getAnchor());
        } else if (tag != null) {
            issues.add(AgreementFault.TAG_NOT_ALLOWED, line, "", tag, tag);
        }
    }

    /** The line, from 1, that a position of the text is on. */
    private static int lineAt(String text, int position) {
        return 1 + lineEnds(text, 0, position);
    }

    private static int lineEnds(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}

package districtkpi.importer.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.issue.AgreementIssueCode;
import districtkpi.importer.yaml.YamlDocument;
import districtkpi.importer.yaml.YamlDocument.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The bytes of a file as a tree of YAML, without aliases, type tags and personal numbers. */
final class AgreementFile {

    private AgreementFile() {}

    /** The text of a file; absent, with an issue, if it is too large or not UTF-8. */
    static Optional<String> decode(byte[] content, AgreementIssues issues) {
        if (content.length > YamlDocument.MAX_LENGTH) {
            issues.add(AgreementIssueCode.TOO_LARGE, 0, "", "", YamlDocument.MAX_LENGTH / 1024);
            return Optional.empty();
        }
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            issues.add(AgreementIssueCode.NOT_UTF8, 0, "", "");
            return Optional.empty();
        }
    }

    /** The root of the document; absent, with an issue, if it cannot be read or is refused. */
    static Optional<AgreementNode> compose(String text, AgreementIssues issues) {
        int errorsBefore = issues.errors();
        refusePersonalNumbers(text, issues);
        return YamlDocument.parse(text, finding -> refuse(finding, issues))
                .filter(_ -> issues.errors() == errorsBefore)
                .flatMap(YamlDocument::root)
                .map(node -> new AgreementNode(node, issues, AgreementFormat.NEWEST));
    }

    private static void refusePersonalNumbers(String text, AgreementIssues issues) {
        int line = 1;
        int counted = 0;
        for (PersonalNumbers.Span number : PersonalNumbers.find(text)) {
            // On from the one before: of many, each would go through the whole text.
            line += YamlDocument.lineEnds(text, counted, number.start());
            counted = number.start();
            issues.add(AgreementIssueCode.PERSONAL_NUMBER, line, "", "");
        }
    }

    private static void refuse(Finding finding, AgreementIssues issues) {
        switch (finding) {
            case Finding.Alias(int line, String anchor) ->
                    issues.add(AgreementIssueCode.ALIAS_NOT_ALLOWED, line, "", "*" + anchor);
            case Finding.Type(int line, String tag) ->
                    issues.add(AgreementIssueCode.TAG_NOT_ALLOWED, line, "", tag, tag);
            case Finding.TooDeep(int line) ->
                    issues.add(AgreementIssueCode.TOO_DEEP, line, "", "", YamlDocument.MAX_DEPTH);
            case Finding.Empty() -> issues.add(AgreementIssueCode.EMPTY_FILE, 0, "", "");
            case Finding.NotYaml(int line, String problem, _) ->
                    issues.add(AgreementIssueCode.NOT_YAML, line, "", "", problem);
        }
    }
}

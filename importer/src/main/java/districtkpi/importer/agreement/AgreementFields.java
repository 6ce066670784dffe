package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.issue.AgreementIssueCode;
import districtkpi.importer.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a mapping, which remembers which of them were asked for. */
final class AgreementFields {

    private final AgreementNode owner;
    private final Map<String, YamlNode> fields;
    private final Set<String> known;

    AgreementFields(AgreementNode owner, Map<String, YamlNode> fields) {
        this(owner, fields, new LinkedHashSet<>());
    }

    private AgreementFields(AgreementNode owner, Map<String, YamlNode> fields, Set<String> known) {
        this.owner = owner;
        this.fields = fields;
        this.known = known;
    }

    /** The same fields, read by the format that one of them names. */
    AgreementFields by(AgreementFormat format) {
        return new AgreementFields(
                new AgreementNode(owner.node(), owner.issues(), format), fields, known);
    }

    /** A field that has to be there; reported if it is not. */
    Optional<AgreementNode> required(String name) {
        Optional<AgreementNode> field = optional(name);
        if (field.isEmpty()) {
            owner.issues()
                    .add(
                            AgreementIssueCode.MISSING_FIELD,
                            fields.getOrDefault(name, owner.node()).line(),
                            owner.node().path(),
                            "",
                            name);
        }
        return field;
    }

    /** A field that may be left out; an empty value counts as left out. */
    Optional<AgreementNode> optional(String name) {
        known.add(name);
        return Optional.ofNullable(fields.get(name))
                .filter(field -> !field.isNothing())
                .map(owner::at);
    }

    /**
     * The fields {@code th} and {@code en} of this mapping. Where the format lets the English one
     * be left out, the Thai one stands in its place.
     */
    Optional<LocalizedText> localized() {
        Optional<String> th = required("th").flatMap(AgreementNode::text);
        Optional<AgreementNode> enAt =
                owner.format().needsEnglish() ? required("en") : optional("en");
        if (enAt.isEmpty() && !owner.format().needsEnglish()) {
            return th.map(thai -> new LocalizedText(thai, thai));
        }
        Optional<String> en = enAt.flatMap(AgreementNode::text);
        return th.flatMap(thai -> en.map(english -> new LocalizedText(thai, english)));
    }

    /** Reports every field that nobody asked for. */
    void refuseOthers() {
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                owner.at(field)
                        .report(
                                AgreementIssueCode.UNKNOWN_FIELD,
                                AgreementIssues.shortened(name),
                                AgreementIssues.listed(known.stream()));
            }
        });
    }
}

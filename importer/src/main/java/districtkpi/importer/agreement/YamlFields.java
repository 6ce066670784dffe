package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a mapping, which remembers which of them were asked for. */
final class YamlFields {

    private final YamlElement owner;
    private final Map<String, YamlElement> fields;
    private final Set<String> known = new LinkedHashSet<>();

    YamlFields(YamlElement owner, Map<String, YamlElement> fields) {
        this.owner = owner;
        this.fields = fields;
    }

    /** The mapping itself. */
    YamlElement owner() {
        return owner;
    }

    /** A field that has to be there; reported if it is not. */
    Optional<YamlElement> required(String name) {
        Optional<YamlElement> field = optional(name);
        if (field.isEmpty()) {
            owner.issues()
                    .add(
                            AgreementFault.MISSING_FIELD,
                            Optional.ofNullable(fields.get(name)).orElse(owner).line(),
                            owner.path(),
                            "",
                            name);
        }
        return field;
    }

    /** A field that may be left out; an empty value counts as left out. */
    Optional<YamlElement> optional(String name) {
        known.add(name);
        return Optional.ofNullable(fields.get(name)).filter(field -> !field.isNothing());
    }

    /** The fields {@code th} and {@code en} of this mapping. */
    Optional<LocalizedText> localized() {
        Optional<String> th = required("th").flatMap(YamlElement::text);
        Optional<String> en = required("en").flatMap(YamlElement::text);
        return th.isPresent() && en.isPresent()
                ? Optional.of(new LocalizedText(th.get(), en.get()))
                : Optional.empty();
    }

    /** Reports every field that nobody asked for. */
    void refuseOthers() {
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                field.report(
                        AgreementFault.UNKNOWN_FIELD,
                        AgreementIssues.shortened(name),
                        AgreementIssues.listed(known.stream()));
            }
        });
    }
}

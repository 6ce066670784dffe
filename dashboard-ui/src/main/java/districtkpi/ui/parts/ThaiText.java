package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Thai text on a page in another language: what is quoted, and what has no other reading. It is
 * said to be Thai, so that it is read out, and broken into lines, as such.
 */
public final class ThaiText {

    private static final String LANGUAGE = "lang";

    private static final String THAI = "th";

    private ThaiText() {}

    /**
     * Marks every element whose own text is mostly Thai, and what is not within such a one; what
     * says its language by itself stays as it is.
     *
     * @param language of the page
     */
    public static void mark(List<Component> content, String language) {
        content.forEach(component -> mark(component.getElement(), language, language));
    }

    private static void mark(Element element, String around, String language) {
        if (element.isTextNode() || element.hasAttribute(LANGUAGE)) {
            return;
        }
        String own = own(element, around, language);
        if (!own.equals(around)) {
            element.setAttribute(LANGUAGE, own);
        }
        element.getChildren().forEach(child -> mark(child, own, language));
    }

    /** By the letters of both scripts: an abbreviation in Latin ones changes nothing. */
    private static String own(Element element, String around, String language) {
        Map<Boolean, Long> letters =
                element.getChildren()
                        .filter(Element::isTextNode)
                        .flatMapToInt(text -> text.getText().codePoints())
                        .filter(Character::isLetter)
                        .mapToObj(Character.UnicodeScript::of)
                        .collect(
                                Collectors.partitioningBy(
                                        script -> script == Character.UnicodeScript.THAI,
                                        Collectors.counting()));
        long thai = letters.getOrDefault(true, 0L);
        long others = letters.getOrDefault(false, 0L);
        if (thai == 0 && others == 0) {
            return around;
        }
        return thai > others ? THAI : language;
    }
}

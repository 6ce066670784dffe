package districtkpi.ui.state;

import com.vaadin.flow.i18n.I18NProvider;
import districtkpi.office.words.Translations;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells Vaadin, which makes pages before anybody chose a language, which ones there are. */
@Component
class PageLanguages implements I18NProvider {

    private static final long serialVersionUID = 1L;

    private final transient Translations translations;

    PageLanguages(Translations translations) {
        this.translations = translations;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return translations.languages();
    }

    @Override
    public Locale getDefaultLocale() {
        return Translations.THAI;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return translations.text(key, locale, arguments);
    }
}

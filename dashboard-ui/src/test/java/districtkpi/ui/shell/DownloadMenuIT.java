package districtkpi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.ui.testing.UiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files with what a screen shows are in the bar, and nowhere else on it. */
class DownloadMenuIT extends UiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ?round=2565-2                                      | ranking.csv scores.csv watch.csv certainty.csv improvement.csv
                    ?round=2565-2&tab=check                            | ranking.csv scores.csv watch.csv certainty.csv improvement.csv
                    district/4302?round=2565-2                         | scores.csv movement.csv moves.csv
                    plan/4302?round=2565-2                             | moves.csv
                    compare?round=2565-2&districts=4301-4302           | comparison.csv
                    trends?round=2565-2&district=4302                  | trend.csv movement.csv
                    trends?round=2565-2&district=4302&tab=course       | trend.csv movement.csv course.csv
                    weights?round=2565-2&district=4302                 | breakdown.csv weights.csv
                    weights?round=2565-2&tab=influence                 | breakdown.csv weights.csv
                    laboratory?round=2565-2                            | draft.csv draft.yaml
                    indicator/T1?round=2565-2                          | scores.csv weights.csv
                    register?round=2565-1                              | register.csv
                    cascade?round=2565-1                               | cascade.csv
                    audit                                              | audit.csv
                    import?tab=history                                 | imports.csv
                    """)
    void theFilesOfAScreenAreInTheBar(String address, String files) {
        open(address + (address.contains("?") ? "&" : "?") + "lang=en");
        List<Anchor> links = find(Anchor.class, byId("downloads")).all();
        assertThat(links.stream().map(Anchor::getHref).filter(href -> href.startsWith("api/")))
                .as(address)
                .map(href -> href.replaceFirst("[?].*", "").replaceFirst(".*/", ""))
                .containsExactly(files.split(" "));
        assertThat(links).extracting(Anchor::getText).as("says what it is").doesNotContain("");
        assertThat(find(Anchor.class, byId("main")).all())
                .as("files beside what is shown on %s", address)
                .extracting(Anchor::getHref)
                .noneMatch(href -> href.matches("api/v1/rounds/[^/]+/[a-z]+[.]csv.*"));
    }

    @Test
    void theAgreementIsAFileToo() {
        open("agreement?round=2565-2&lang=en");
        assertThat(find(Anchor.class, byId("downloads")).all())
                .extracting(Anchor::getText)
                .singleElement()
                .asString()
                .contains(".yaml");
    }

    @Test
    void whereThereIsNoFileThereIsStillTheMenuForSharingAndPrinting() {
        open("settings?lang=en");
        assertThat(byId("downloads").isVisible()).isFalse();
        assertThat(byId("download").getElement().getClassList()).contains("without-files");
        assertThat(byId("download").isVisible()).as("on a telephone").isTrue();
        assertThat(textOf("share-narrow")).isNotEmpty();
        assertThat(textOf("print-narrow")).isNotEmpty();
    }
}

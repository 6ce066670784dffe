package districtkpi.ui.recording;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All indicators of a district's form, how each stands, and what is missing. Where there is no room
 * beside the form it is folded, and stays in reach above it.
 */
class RecordIndex extends Composite<Nav> {

    private final Scoreboard scoreboard;
    private final DistrictCode district;
    private final DistrictForm form;
    private final PageState state;
    private final Words words;
    private final Button button = new Button();

    RecordIndex(
            Scoreboard scoreboard,
            DistrictCode district,
            DistrictForm form,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.district = district;
        this.form = form;
        this.state = state;
        this.words = words;
    }

    /** Shows all, with a mark at the one at hand. */
    RecordIndex mark(IndicatorId shown) {
        Nav nav = getContent();
        nav.setId("record-index");
        nav.addClassName("record-index");
        nav.setAriaLabel(words.of("record.index"));
        button.setId("record-index-switch");
        button.setText(
                words.of(
                        "record.index.switch",
                        shown,
                        words.number(missing().size()),
                        words.number(applicable().size())));
        button.setIcon(VaadinIcon.LIST_UL.create());
        button.getElement().setAttribute("aria-expanded", "false");
        button.getElement().setAttribute("aria-controls", "record-index-list");
        Div list = new Div(createCounts());
        list.setId("record-index-list");
        list.addClassName("record-index-list");
        for (SectionTerms terms : scoreboard.agreement().sections()) {
            Paragraph section = new Paragraph(words.of(terms.name()));
            section.addClassName("record-index-section");
            UnorderedList entries = new UnorderedList();
            terms.indicators().forEach(indicator -> entries.add(entry(indicator, shown)));
            list.add(section, entries);
        }
        nav.add(button, list);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        button.getElement()
                .executeJs(
                        """
                        this.addEventListener('click', () => {
                            const open = this.parentElement.classList.toggle('open');
                            this.setAttribute('aria-expanded', String(open));
                        });\
                        """);
    }

    /** How many stand how. */
    private Component createCounts() {
        RecordingWords recordingWords = new RecordingWords(words);
        Paragraph counts = new Paragraph();
        counts.addClassName("record-counts");
        for (ReviewState one : ReviewState.values()) {
            long count = applicable().stream().filter(each -> state(each) == one).count();
            Span figure =
                    new Span(
                            words.of(
                                    "record.index.count",
                                    recordingWords.state(one),
                                    words.number(count)));
            figure.setId("count-" + one.key());
            counts.add(figure);
        }
        return counts;
    }

    private ListItem entry(Indicator indicator, IndicatorId shown) {
        Anchor link = link(indicator.id(), "");
        link.setId("to-" + indicator.id());
        Span code = new Span(indicator.id().value());
        code.addClassName("record-index-code");
        Span name = new Span(words.of(indicator.name()));
        name.addClassName("record-index-name");
        name.setTitle(words.of(indicator.name()));
        link.add(code, name, mark(indicator));
        if (indicator.id().equals(shown)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    /** Begun and not handed in is more than nothing. */
    private Span mark(Indicator indicator) {
        if (!indicator.appliesIn(district)) {
            Span none = new Span(words.of("level.not-applicable"));
            none.addClassNames("review-state", "review-none");
            return none;
        }
        if (state(indicator) == ReviewState.NOT_SUBMITTED && form.isWritten(indicator.id())) {
            Span begun = new Span(words.of("record.index.begun"));
            begun.addClassNames("review-state", "review-begun");
            return begun;
        }
        return new ReviewMark(state(indicator), words);
    }

    /** To the one before, the one after, and the next that is missing. */
    List<Component> ways(IndicatorId shown) {
        List<IndicatorId> ids = indicators().stream().map(Indicator::id).toList();
        int here = ids.indexOf(shown);
        List<Component> ways = new ArrayList<>();
        if (here > 0) {
            ways.add(way("record-previous", "record.previous", ids.get(here - 1)));
        }
        if (here < ids.size() - 1) {
            ways.add(way("record-next", "record.next", ids.get(here + 1)));
        }
        nextMissing(here, ids)
                .ifPresent(
                        next -> ways.add(way("record-next-missing", "record.next-missing", next)));
        return ways;
    }

    private Anchor way(String id, String key, IndicatorId indicator) {
        Anchor way = link(indicator, words.of(key, indicator));
        way.setId(id);
        way.addClassName("button-link");
        return way;
    }

    /** After the one at hand, else from the beginning. */
    private Optional<IndicatorId> nextMissing(int here, List<IndicatorId> ids) {
        List<IndicatorId> missing = missing().stream().map(Indicator::id).toList();
        return ids.subList(here + 1, ids.size()).stream()
                .filter(missing::contains)
                .findFirst()
                .or(() -> ids.subList(0, here).stream().filter(missing::contains).findFirst());
    }

    private Anchor link(IndicatorId indicator, String text) {
        return PageLink.to(
                RecordingNavigation.RECORD,
                state.with(RecordingNavigation.INDICATOR, indicator),
                text);
    }

    Optional<Indicator> firstMissing() {
        return missing().stream().findFirst();
    }

    private List<Indicator> missing() {
        return applicable().stream().filter(each -> state(each).isMissing()).toList();
    }

    /** Those of which the district has something to report. */
    private List<Indicator> applicable() {
        return indicators().stream().filter(each -> each.appliesIn(district)).toList();
    }

    private List<Indicator> indicators() {
        return scoreboard.agreement().indicators().toList();
    }

    private ReviewState state(Indicator indicator) {
        return form.standing(indicator.id()).state();
    }
}

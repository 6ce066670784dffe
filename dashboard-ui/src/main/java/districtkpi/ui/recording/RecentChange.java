package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.analysis.Recent;
import districtkpi.ui.analysis.RecentImports;
import districtkpi.ui.district.IndicatorActions;
import districtkpi.ui.words.Words;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;

/** Marks on the district's page what an import changed since the reader was here before. */
@org.springframework.stereotype.Component
@Order(0)
class RecentChange implements IndicatorActions {

    private final RecentImports imports;

    RecentChange(RecentImports imports) {
        this.imports = imports;
    }

    @Override
    public Function<IndicatorScore, Optional<Component>> of(
            Scoreboard scoreboard, DistrictCode district, Words words) {
        Recent recent = imports.of(scoreboard);
        return score -> {
            if (!recent.isChanged(district, score.indicator())) {
                return Optional.empty();
            }
            Paragraph mark = new Paragraph(words.of("recent.key"));
            mark.setId("recent-" + score.indicator().id());
            mark.addClassName("recent-mark");
            return Optional.of(mark);
        };
    }
}

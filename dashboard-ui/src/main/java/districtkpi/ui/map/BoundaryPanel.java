package districtkpi.ui.map;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import districtkpi.db.map.MapBoundary;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.office.map.MapBoundaries;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.MemoryUpload;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.UploadTexts;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;

/** The boundaries on the map: what is loaded, a file in its place, and the way back to tiles. */
public final class BoundaryPanel extends Composite<Div> {

    private static final int MAX_LICENCE_LENGTH = 200;
    private static final int MEGABYTE = 1024 * 1024;

    private final MapBoundaries boundaries;
    private final Rounds rounds;
    private final Words words;
    private final Paragraph loaded = new Paragraph();
    private final TextField licence = new TextField();
    private final Upload upload = new Upload(new MemoryUpload(BoundaryFile.MAX_BYTES, this::take));
    private final Button reset;
    private final Div outcome = new Div();
    private int shown;

    public BoundaryPanel(MapBoundaries boundaries, Rounds rounds, Words words) {
        this.boundaries = boundaries;
        this.rounds = rounds;
        this.words = words;
        loaded.setId("map-loaded");
        loaded.addClassName("of-name");
        licence.setId("map-licence-field");
        licence.setLabel(words.of("map.licence"));
        licence.setHelperText(words.of("map.licence.help"));
        licence.setMaxLength(MAX_LICENCE_LENGTH);
        licence.setManualValidation(true);
        licence.setWidthFull();
        upload.setId("map-upload");
        upload.setMaxFileSize(BoundaryFile.MAX_BYTES);
        upload.setAcceptedFileExtensions(".geojson", ".json");
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(words.of("map.choose")));
        upload.setI18n(
                UploadTexts.of(
                        words,
                        words.of("map.too-big", words.number(BoundaryFile.MAX_BYTES / MEGABYTE)),
                        words.of("map.wrong-type")));
        reset = new Button(words.of("map.tiles"), _ -> change(Optional.empty()));
        reset.setId("map-tiles");
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        outcome.setId("map-outcome");
        outcome.getElement().setAttribute("role", "status");
        Div buttons = new Div(upload, reset);
        buttons.addClassName("actions");
        Div content = getContent();
        content.addClassName("setting");
        content.add(new Paragraph(words.of("map.help")), loaded, licence, buttons, outcome);
        show();
    }

    private void show() {
        Optional<MapBoundary> newest = boundaries.newest();
        shown = newest.map(MapBoundary::version).orElse(0);
        Optional<MapBoundary> drawn = newest.filter(one -> one.geoJson().isPresent());
        loaded.setText(
                drawn.map(one ->
                                words.of(
                                        "map.loaded",
                                        one.licence(),
                                        words.dateTime(one.addedAt()),
                                        one.by().isEmpty() ? "–" : one.by()))
                        .orElseGet(() -> words.of("map.none-loaded")));
        reset.setVisible(drawn.isPresent());
    }

    private void take(ImportFile file) {
        upload.clearFileList();
        licence.setInvalid(licence.getValue().isBlank());
        if (licence.isInvalid()) {
            licence.setErrorMessage(words.of("map.licence.missing"));
            licence.focus();
            return;
        }
        try {
            BoundaryFile.Boundaries read = BoundaryFile.read(file.content(), districts());
            if (change(Optional.of(read.geoJson()))) {
                say(
                        words.of(
                                "map.taken",
                                words.number(read.districts()),
                                words.number(read.leftOut()),
                                words.number(read.pointsBefore()),
                                words.number(read.points())));
            }
        } catch (BoundaryRefusedException refused) {
            say(file.name() + ": " + text(refused));
        }
    }

    private List<DistrictCode> districts() {
        return rounds.scoreboard(PageState.EMPTY).stream()
                .map(Scoreboard::districts)
                .flatMap(List::stream)
                .map(District::code)
                .toList();
    }

    private boolean change(Optional<String> geoJson) {
        try {
            boundaries.replace(shown, geoJson, licence.getValue().strip());
            show();
            say(words.of("map.is-tiles"));
            return true;
        } catch (Refused refused) {
            show();
            say(refused.text(words));
            return false;
        }
    }

    private void say(String text) {
        outcome.removeAll();
        outcome.add(new Remark("map-said", text));
    }

    private String text(BoundaryRefusedException refused) {
        String place = words.number(refused.place());
        return switch (refused.reason()) {
            case NOT_JSON -> words.of("map.fault.json", place, refused.value());
            case NO_FEATURES -> words.of("map.fault.features", refused.value());
            case NO_AREA -> words.of("map.fault.area", place, refused.value());
            case ELSEWHERE -> words.of("map.fault.elsewhere", place, refused.value());
            case TWICE -> words.of("map.fault.twice", place, refused.value());
            case MISSING -> words.of("map.fault.missing", refused.value());
        };
    }
}

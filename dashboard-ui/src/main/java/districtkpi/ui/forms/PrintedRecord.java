package districtkpi.ui.forms;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.register.RegisterService;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;

/**
 * Says in the register that a district printed its sheet. Whether paper came out of a printer
 * nobody but the district knows, so it is a button of its own.
 */
class PrintedRecord extends Composite<Div> {

    PrintedRecord(RoundId round, DistrictCode district, RegisterService service, Words words) {
        Div said = new Div();
        said.getElement().setAttribute("role", "status");
        Button record = new Button(words.of("register.printed.save"));
        record.setId("form-printed");
        record.setDisableOnClick(true);
        record.addClickListener(_ -> {
            service.printed(round, district);
            said.add(new Remark("form-was-printed", words.of("register.printed.saved")));
        });
        getContent().addClassName("form-tools");
        getContent().add(record, said);
    }
}

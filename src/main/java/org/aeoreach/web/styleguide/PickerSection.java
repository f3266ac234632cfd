package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterprisePicker;
import org.aeoreach.web.picker.PickerField;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPicker;
import org.aeoreach.web.picker.UnitPickers;

/** Units and enterprises to choose. */
@ApplicationScoped
public class PickerSection implements StyleSection {

    @Inject
    private UnitPickers units;

    @Inject
    private CurrentViewer viewer;

    /** All states of both pickers. */
    public record Samples(List<UnitPicker> units, List<EnterprisePicker> enterprises) {}

    @Override
    public String key() {
        return "picker";
    }

    @Override
    public JteModel part(Page page) {
        long mine = viewer.require().unitId();
        var one = List.of(
                units.field(field("pickEmpty").hint("component.style.hint"), Reach.ALL, null),
                units.field(field("pickFilled").need(PickerField.Need.REQUIRED), Reach.MINE, mine),
                units.field(field("pickError").error(page.t("component.invalid.unit")), Reach.MINE, null),
                units.field(field("pickDisabled").need(PickerField.Need.DISABLED), Reach.MINE, mine),
                units.several(field("pickSeveral"), Reach.MINE, Set.of(mine)));
        return new StaticTemplates().webStyleguidePicker(page, new Samples(one, enterprises(page)));
    }

    private static List<EnterprisePicker> enterprises(Page page) {
        var house = "演示海关";
        var first = new EnterpriseChoice(1, "4403000001", "样例电子有限公司", "Sample Electronics", house, "Sample House");
        var second = new EnterpriseChoice(2, "4403000002", "样例物流有限公司", "Sample Logistics", house, "Sample House");
        var which = field("enterpriseError").error(page.t("component.invalid.which-enterprise"));
        String name = page.pick(first.nameZh(), first.nameEn());
        return List.of(
                EnterprisePicker.empty(field("enterpriseEmpty")),
                new EnterprisePicker(field("enterpriseFilled"), name, 1L, List.of()),
                new EnterprisePicker(which, page.pick("样例", "Sample"), null, List.of(first, second)),
                new EnterprisePicker(field("enterpriseDisabled").need(PickerField.Need.DISABLED), name, 1L, List.of()));
    }

    private static PickerField field(String name) {
        return PickerField.of(name, "component.style." + name);
    }
}

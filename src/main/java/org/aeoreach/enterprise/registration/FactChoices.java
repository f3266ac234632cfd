package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enterprise.grade.CreditRules;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;

/** What there is to choose from in the forms about the facts of an enterprise. */
@ApplicationScoped
public class FactChoices {

    @Inject
    private Bound bound;

    @Inject
    private UnitPickers units;

    @Inject
    private CreditRules rules;

    /** A section of GB/T 4754. */
    public record Sector(String code, String zh, String en) {}

    /** All sections in their order. */
    @Transactional
    public List<Sector> sectors() {
        return Rows.list(
                bound.query("select code, zh, en from sector order by code"),
                row -> new Sector(row.text(0), row.text(1), row.text(2)));
    }

    // Begun here: what a bean calls of itself passes by the interceptors.
    @Transactional
    Form entering(Page page, Form form) {
        List<Option> grades = rules.all().get(0).grades().stream()
                .map(grade -> new Option(grade, page.t("enterprise.grade." + grade)))
                .toList();
        return facts(page, form).options("unitId", units.options(Reach.MINE)).options("grade", grades);
    }

    @Transactional
    Form facts(Page page, Form form) {
        List<Option> sections = sectors().stream()
                .map(sector -> new Option(sector.code(), sector.code() + " " + page.pick(sector.zh(), sector.en())))
                .toList();
        return form.options("sector", sections)
                .options("sizeClass", Option.of(page, "enterprise.size.", SizeClass.values()))
                .options("businessTypes", Option.of(page, "enterprise.business.", BusinessType.values()));
    }

    /** The form of the particulars as they stand. */
    static Form particulars(Page page, FactsView facts) {
        return Form.of(Particulars.class)
                .with("uscc", facts.uscc())
                .with("customsCode", facts.enterprise().customsCode())
                .with("addressZh", facts.addressZh())
                .with("addressEn", facts.addressEn())
                .with("sector", facts.sector())
                .with("sizeClass", facts.sizeClass())
                .with("businessTypes", facts.businessTypes())
                .with("tradingPartners", Economies.names(facts.tradingPartners(), page.language()))
                .with("mailOnFile", facts.enterprise().mailOnFile())
                .with("phoneOnFile", facts.enterprise().phoneOnFile())
                .version(facts.version());
    }
}

package org.aeoreach.enterprise.segment.criterion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;

/** Options whose names are reference data. */
@ApplicationScoped
class ReferenceOptions {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** Grades of the rules in force today, and those without one. */
    @Transactional
    public List<Option> grades(Page page) {
        List<Option> all = new ArrayList<>(options(
                "select g.grade, g.zh, g.en from credit_grade g where g.rule_set = credit_rules_on(china_day())"
                        + " order by g.rank",
                page));
        all.add(new Option("NONE", page.t("segment.none-option")));
        return all;
    }

    @Transactional
    public List<Option> steps(Page page) {
        return options("select s.code, s.zh, s.en from journey_step s order by s.position", page);
    }

    @Transactional
    public List<Option> sectors(Page page) {
        List<Option> all = new ArrayList<>(options("select s.code, s.zh, s.en from sector s order by s.code", page));
        all.add(new Option("NONE", page.t("segment.none-option")));
        return all;
    }

    private List<Option> options(String sql, Page page) {
        return Rows.list(
                em.createNativeQuery(sql), row -> new Option(row.text(0), page.pick(row.text(1), row.textOrNull(2))));
    }
}

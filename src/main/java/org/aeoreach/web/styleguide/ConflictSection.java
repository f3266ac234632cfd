package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Conflict;
import org.aeoreach.web.form.Form;

/** Two people changed the same record. */
@ApplicationScoped
public class ConflictSection implements StyleSection {

    record Sample(String subject, String note) {}

    @Override
    public String key() {
        return "conflict";
    }

    @Override
    public JteModel part(Page page) {
        Form first = Form.of(Sample.class)
                .with("subject", page.t("web.sample.subject"))
                .with("note", "")
                .version(1);
        Form mine = first.with("subject", page.t("web.sample.subject-mine"));
        Form theirs = Form.of(Sample.class)
                .with("subject", page.t("web.sample.subject-theirs"))
                .with("note", page.t("web.sample.note"))
                .version(2);
        return new StaticTemplates().webStyleguideConflict(page, Conflict.between(mine, theirs));
    }
}

package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enterprise.privacy.PersonalDataSource;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** What a person asked at sessions, under his address. */
@ApplicationScoped
class RaisedData implements PersonalDataSource {

    private static final String ROWS = "select s.number, s.title_zh, s.title_en, q.name, q.mail, q.words, q.entered_at"
            + " from training_raised q join training_session s on s.id = q.session_id"
            + " where lower(q.mail) = lower(cast(?1 as text)) order by q.id desc";

    @Inject
    private Pages pages;

    @Inject
    private Bound bound;

    @Override
    public String section() {
        return "privacy.section.g-training-questions";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.training-questions";
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        Page page = pages.page("");
        return Rows.list(bound.query(ROWS, person.mail()), row -> entry(row, page));
    }

    private static Entry entry(Rows.Row row, Page page) {
        return Entry.of(
                page.t("session.field.number"),
                row.text(0),
                page.t("session.field.title"),
                page.pick(row.text(1), row.textOrNull(2)),
                page.t("session.field.name"),
                row.text(3),
                page.t("session.field.mail"),
                row.textOrNull(4),
                page.t("training.field.question"),
                row.text(5),
                page.t("training.field.enteredAt"),
                page.at(row.instant(6)));
    }
}

package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enterprise.privacy.PersonalDataSource;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** What a person asked: as the contact person he is, or under his address where it is not known who asked. */
@ApplicationScoped
class AskedData implements PersonalDataSource {

    private static final String ROWS = "select e.number, e.subject, e.channel, e.asker_name, e.asker_mail,"
            + " e.asker_phone, e.asked_at, e.answered_at, e.closed_at, (select string_agg(m.body, chr(10) || chr(10)"
            + " order by m.id) from enquiry_message m where m.enquiry_id = e.id and m.kind in ('QUESTION', 'SUPPLEMENT'))"
            + " from enquiry e where e.person_id = ?1 or (e.person_id is null and lower(e.asker_mail) ="
            + " lower(cast(?2 as text))) order by e.id desc";

    @Inject
    private Pages pages;

    @Inject
    private Bound bound;

    @Override
    public String section() {
        return "privacy.section.e-enquiries";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.enquiries";
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        Page page = pages.page("");
        return Rows.list(bound.query(ROWS, person.id(), person.mail()), row -> entry(row, page));
    }

    private static Entry entry(Rows.Row row, Page page) {
        return Entry.of(
                page.t("desk.field.number"),
                row.text(0),
                page.t("desk.field.subject"),
                row.text(1),
                page.t("desk.field.channel"),
                page.t("desk.channel." + row.text(2)),
                page.t("desk.field.asker"),
                row.text(3),
                page.t("privacy.field.mail"),
                row.textOrNull(4),
                page.t("privacy.field.phone"),
                row.textOrNull(5),
                page.t("desk.field.asked"),
                page.at(row.instant(6)),
                page.t("desk.field.answered"),
                page.at(row.instantOrNull(7)),
                page.t("desk.field.closed"),
                page.at(row.instantOrNull(8)),
                page.t("privacy.field.text"),
                row.textOrNull(9));
    }
}

package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enterprise.privacy.PersonalDataSource;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.field.GivenAnswer;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** What a person registered for: as the contact person he is, or under his address where it is not known who he is. */
@ApplicationScoped
class AttendedData implements PersonalDataSource {

    private static final String ROWS = "select r.number, o.title_zh, o.title_en, r.name, r.mail, r.phone, r.status,"
            + " r.created_at, cast(training_answers(r.answers) as text) from training_registration r join training_offer o on o.id = r.session_id"
            + " where r.person_id = ?1 or (r.person_id is null and lower(r.mail) = lower(cast(?2 as text)))"
            + " order by r.id desc";

    @Inject
    private Pages pages;

    @Inject
    private Bound bound;

    @Override
    public String section() {
        return "privacy.section.f-trainings";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.trainings";
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        Page page = pages.page("");
        return Rows.list(bound.query(ROWS, person.id(), person.mail()), row -> entry(row, page));
    }

    private static Entry entry(Rows.Row row, Page page) {
        return Entry.of(
                page.t("session.field.registrationNumber"),
                row.text(0),
                page.t("session.field.title"),
                page.pick(row.text(1), row.textOrNull(2)),
                page.t("session.field.name"),
                row.text(3),
                page.t("session.field.mail"),
                row.text(4),
                page.t("session.field.phone"),
                row.textOrNull(5),
                page.t("session.field.registrationStatus"),
                page.t("session.registration." + row.text(6)),
                page.t("session.field.registeredAt"),
                page.at(row.instant(7)),
                page.t("field.answers"),
                GivenAnswer.told(GivenAnswer.read(row.text(8)), page));
    }
}

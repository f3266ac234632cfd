package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.enterprise.privacy.PersonalDataSource;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.field.GivenAnswer;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** What a person registered for and came to: as the contact person he is, or under his address where it is not known who he is. */
@ApplicationScoped
class AttendedData implements PersonalDataSource {

    private static final String ROWS = "select r.number, o.title_zh, o.title_en, r.name, r.mail, r.phone, r.status,"
            + " r.created_at, cast(training_answers(r.answers) as text), a.arrived_at"
            + " from training_registration r join training_offer o on o.id = r.session_id"
            + " left join training_attendance a on a.registration_id = r.id"
            + " where r.person_id = ?1 or (r.person_id is null and lower(r.mail) = lower(cast(?2 as text)))"
            + " order by r.id desc";
    // Who came unannounced.
    private static final String WALK_INS = "select o.title_zh, o.title_en, a.name, a.mail, a.phone, a.organisation,"
            + " a.arrived_at from training_attendance a join training_offer o on o.id = a.session_id"
            + " where a.registration_id is null and (a.person_id = ?1"
            + " or (a.person_id is null and lower(a.mail) = lower(cast(?2 as text)))) order by a.id desc";

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
        List<Entry> registered = Rows.list(bound.query(ROWS, person.id(), person.mail()), row -> entry(row, page));
        List<Entry> walkedIn = Rows.list(bound.query(WALK_INS, person.id(), person.mail()), row -> walkIn(row, page));
        return Stream.concat(registered.stream(), walkedIn.stream()).toList();
    }

    private static Entry walkIn(Rows.Row row, Page page) {
        return Entry.of(
                page.t("session.field.title"),
                page.pick(row.text(0), row.textOrNull(1)),
                page.t("session.field.name"),
                row.text(2),
                page.t("session.field.mail"),
                row.textOrNull(3),
                page.t("session.field.phone"),
                row.textOrNull(4),
                page.t("attendance.employer-said"),
                row.textOrNull(5),
                page.t("attendance.field.arrived"),
                page.at(row.instant(6)));
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
                GivenAnswer.told(GivenAnswer.read(row.text(8)), page),
                page.t("attendance.field.arrived"),
                row.instantOrNull(9) == null ? null : page.at(row.instant(9)));
    }
}

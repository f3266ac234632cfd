package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Reads contacts: the text where the viewer may, else what the rows of its parties tell. */
@ApplicationScoped
class TouchpointReader {

    private static final String TEXT =
            "select t.id, n.zh, n.en, t.happened_on, to_char(t.began_at, 'HH24:MI'), t.channel,"
                    + " t.direction, t.strength, t.said, t.agreed, t.people, t.heard_on, t.heard_severity, t.shared, t.told,"
                    + " t.source, t.created_at, t.withdrawn_at, t.withdrawn_reason, t.org_path, t.version, t.heard"
                    + " from touchpoint t join unit_name n on n.unit_id = t.unit_id_then and n.valid_to is null where t.id = ?";
    private static final String BARE = "select p.touchpoint_id, n.zh, n.en, p.at, p.timed, p.channel, p.direction,"
            + " p.strength, p.org_path from touchpoint_party p"
            + " join unit_name n on n.unit_id = p.by_unit_id and n.valid_to is null"
            + " where p.touchpoint_id = ? and p.withdrawn_at is null order by p.id limit 1";
    // Of a contact that was withdrawn those it was with then; whose row was set aside or taken out before is not one.
    private static final String PARTIES = "select coalesce(p.enterprise_id, p.partner_id), p.enterprise_id is not null,"
            + " coalesce(e.name_zh, o.name_zh), coalesce(e.name_en, o.name_en), e.customs_code, e.journey_step"
            + " from touchpoint_party p left join enterprise e on e.id = p.enterprise_id"
            + " left join partner_organisation o on o.id = p.partner_id where p.touchpoint_id = ?1"
            + " and p.withdrawn_at is not distinct from cast(?2 as timestamptz) and coalesce(e.id, o.id) is not null"
            // Both sides of a merger that came later are one.
            + " and not exists (select from touchpoint_party q where q.touchpoint_id = p.touchpoint_id"
            + " and q.enterprise_id = p.enterprise_id and q.id < p.id"
            + " and q.withdrawn_at is not distinct from p.withdrawn_at) order by p.id";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<TouchpointView> find(long id) {
        Optional<TouchpointView> text = Rows.one(query(TEXT, id), this::withWords);
        return text.isPresent() ? text : Rows.one(query(BARE, id), this::withoutWords);
    }

    private TouchpointView withWords(Rows.Row row) {
        long id = row.id(0);
        return new TouchpointView(
                id,
                row.text(1),
                row.textOrNull(2),
                row.date(3),
                time(row.textOrNull(4)),
                Channel.valueOf(row.text(5)),
                Direction.valueOf(row.text(6)),
                Strength.valueOf(row.text(7)),
                parties(id, row.instantOrNull(17)),
                words(row),
                viewer.require().covers(row.text(19)),
                row.text(19),
                row.id(20));
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private TouchpointView.Words words(Rows.Row row) {
        long id = row.id(0);
        return new TouchpointView.Words(
                row.textOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.flag(21) ? new Contact.Heard(row.text(11), Severity.valueOf(row.text(12))) : null,
                row.flag(13),
                row.flag(14),
                subjects(id),
                officers(id),
                persons(id),
                files(id),
                row.text(15),
                row.instant(16),
                row.instantOrNull(17) == null ? null : new TouchpointView.Withdrawal(row.instant(17), row.text(18)));
    }

    private TouchpointView withoutWords(Rows.Row row) {
        long id = row.id(0);
        var at = row.instant(3).atZone(Time.ZONE);
        return new TouchpointView(
                id,
                row.text(1),
                row.textOrNull(2),
                at.toLocalDate(),
                row.flag(4) ? at.toLocalTime() : null,
                Channel.valueOf(row.text(5)),
                Direction.valueOf(row.text(6)),
                Strength.valueOf(row.text(7)),
                parties(id, null),
                null,
                false,
                row.text(8),
                0);
    }

    private List<TouchpointView.Party> parties(long id, @Nullable Instant withdrawn) {
        return Rows.list(
                em.createNativeQuery(PARTIES)
                        .setParameter(1, id)
                        .setParameter(2, withdrawn == null ? null : withdrawn.toString()),
                row -> new TouchpointView.Party(
                        row.id(0), row.flag(1), row.text(2), row.textOrNull(3), row.textOrNull(4), row.textOrNull(5)));
    }

    private List<Topic> subjects(long id) {
        return Rows.list(
                query("select kind, ref, text from touchpoint_subject where touchpoint_id = ? order by position", id),
                row -> new Topic(SubjectKind.valueOf(row.text(0)), row.textOrNull(1), row.text(2)));
    }

    private List<TouchpointView.Officer> officers(long id) {
        return Rows.list(
                query(
                        "select o.account_id, a.name_zh, a.name_en, n.zh, n.en from touchpoint_officer o"
                                + " join unit_name n on n.unit_id = o.unit_id_then and n.valid_to is null"
                                + " left join account a on a.id = o.account_id where o.touchpoint_id = ?"
                                + " order by o.account_id",
                        id),
                row -> new TouchpointView.Officer(
                        row.id(0), row.textOrNull(1), row.textOrNull(2), row.text(3), row.textOrNull(4)));
    }

    private List<TouchpointView.Person> persons(long id) {
        return Rows.list(
                query(
                        "select c.id, c.name_zh, c.name_en from touchpoint_person p"
                                + " join contact_person c on c.id = p.person_id where p.touchpoint_id = ?"
                                + " and c.erased_at is null order by c.id",
                        id),
                row -> new TouchpointView.Person(row.id(0), row.text(1), row.textOrNull(2)));
    }

    private List<TouchpointView.Attachment> files(long id) {
        return Rows.list(
                query(
                        "select f.id, f.name, f.bytes from touchpoint_file x join stored_file f on f.id = x.file_id"
                                + " where x.touchpoint_id = ? order by f.id",
                        id),
                row -> new TouchpointView.Attachment(row.id(0), row.text(1), row.id(2)));
    }

    private Query query(String sql, long id) {
        return em.createNativeQuery(sql).setParameter(1, id);
    }

    static LocalDate day(java.time.Instant at) {
        return at.atZone(Time.ZONE).toLocalDate();
    }
}

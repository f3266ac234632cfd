package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.outreach.task.Owners;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a touchpoint, of a new one and of one that is corrected alike. */
@ApplicationScoped
public class TouchpointWriter {

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private static final String FIELDS =
            "happened_on, began_at, at, channel, direction, strength, said, agreed, people,"
                    + " heard, heard_on, heard_severity, shared, told";
    private static final String VALUES = "cast(?1 as date), cast(?2 as time), cast(?3 as timestamptz), ?4, ?5,"
            + " coalesce(cast(?6 as text), (select c.strength from contact_channel c where c.code = ?4)), cast(?7 as text),"
            + " cast(?8 as text), cast(?9 as text), ?10, cast(?11 as text), cast(?12 as text), ?13, ?14";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Owners owners;

    @Inject
    private Subjects subjects;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @return number of the new touchpoint @param source where it comes from, such as {@code entry} */
    @Transactional(Transactional.TxType.MANDATORY)
    public long insert(Contact contact, String source) {
        if (contact.withNobody()) {
            throw withWhom();
        }
        return insertAlone(contact, source);
    }

    /**
     * The same for a room that says itself with whom it was, for enterprises the viewer does not see.
     *
     * @return number of the new touchpoint
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long insertAlone(Contact contact, String source) {
        requireDay(contact);
        Viewer me = viewer.require();
        var query = em.createNativeQuery("insert into touchpoint (" + FIELDS
                + ", unit_id, org_path, unit_id_then, account_id, source) values (" + VALUES
                + ", ?15, ?16, ?15, ?17, ?18) returning id");
        bind(query, contact);
        long id = ((Number) query.setParameter(15, me.unitId())
                        .setParameter(16, me.orgPath())
                        .setParameter(17, me.accountId())
                        .setParameter(18, source)
                        .getSingleResult())
                .longValue();
        around(id, contact);
        meet(id, contact.enterprises(), "enterprises");
        meetPartners(id, contact.partners());
        return id;
    }

    /**
     * Puts what is right in the place of what stood there. Who took part and is named again keeps the unit he had then.
     *
     * @throws Problem 412 when somebody else was quicker, 403 when the viewer may only read it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(long id, long version, Contact contact) {
        requireDay(contact);
        // Parties that went to other houses are not seen here any more; they stay, and nobody need be named instead.
        if (contact.withNobody() && seesParties(id)) {
            throw withWhom();
        }
        var query = em.createNativeQuery("update touchpoint set (" + FIELDS + ", version) = (" + VALUES
                + ", version + 1) where id = ?15 and version = ?16");
        bind(query, contact);
        if (query.setParameter(15, id).setParameter(16, version).executeUpdate() == 0) {
            throw unchanged(id, version);
        }
        em.createNativeQuery("delete from touchpoint_subject where touchpoint_id = ?")
                .setParameter(1, id)
                .executeUpdate();
        dropPersons(id);
        dropOfficers(id, contact.officers());
        around(id, contact);
        replaceParties(id, contact);
    }

    private Problem unchanged(long id, long version) {
        Number now = (Number) em.createNativeQuery("select version from touchpoint where id = ?")
                .setParameter(1, id)
                .getSingleResult();
        Versions.check(version, now.longValue());
        return Problem.forbidden();
    }

    /** Those who were erased, or went elsewhere with their enterprise, cannot be named any more and are still counted. */
    private void dropPersons(long id) {
        em.createNativeQuery("delete from touchpoint_person where touchpoint_id = ?"
                        + " and person_id in (select c.id from contact_person c where c.erased_at is null)")
                .setParameter(1, id)
                .executeUpdate();
    }

    private void dropOfficers(long id, Set<Long> named) {
        em.createNativeQuery("delete from touchpoint_officer where touchpoint_id = ?1"
                        + " and not account_id = any(cast(?2 as bigint[]))")
                .setParameter(1, id)
                .setParameter(2, array(named))
                .executeUpdate();
    }

    private void replaceParties(long id, Contact contact) {
        em.createNativeQuery("update touchpoint_party set withdrawn_at = cast(?4 as timestamptz)"
                        + " where touchpoint_id = ?1 and withdrawn_at is null"
                        + " and (enterprise_id is null or not enterprise_id = any(cast(?2 as bigint[])))"
                        + " and (partner_id is null or not partner_id = any(cast(?3 as bigint[])))")
                .setParameter(1, id)
                .setParameter(2, array(contact.enterprises()))
                .setParameter(3, array(contact.partners()))
                .setParameter(4, clock.instant().toString())
                .executeUpdate();
        meet(id, without(contact.enterprises(), parties(id, "enterprise_id")), "enterprises");
        meetPartners(id, without(contact.partners(), parties(id, "partner_id")));
    }

    private boolean seesParties(long id) {
        return !parties(id, "enterprise_id").isEmpty()
                || !parties(id, "partner_id").isEmpty();
    }

    private Set<Long> parties(long id, String column) {
        return ids(
                "select distinct " + column + " from touchpoint_party where touchpoint_id = ?"
                        + " and withdrawn_at is null and " + column + " is not null",
                id);
    }

    private Set<Long> ids(String sql, long id) {
        return Set.copyOf(Rows.list(em.createNativeQuery(sql).setParameter(1, id), row -> row.id(0)));
    }

    private static Set<Long> without(Set<Long> all, Set<Long> those) {
        return all.stream().filter(id -> !those.contains(id)).collect(Collectors.toSet());
    }

    private static void bind(jakarta.persistence.Query query, Contact contact) {
        Contact.Heard heard = contact.heard();
        query.setParameter(1, contact.day().toString())
                .setParameter(2, text(contact.time()))
                .setParameter(3, at(contact.day(), contact.time()).toString())
                .setParameter(4, contact.channel().name())
                .setParameter(5, contact.direction().name())
                .setParameter(6, text(contact.strength()))
                .setParameter(7, words(contact.said()))
                .setParameter(8, words(contact.agreed()))
                .setParameter(9, words(contact.people()))
                .setParameter(10, heard != null)
                .setParameter(11, heard == null ? null : heard.on())
                .setParameter(12, heard == null ? null : heard.severity().name())
                .setParameter(13, contact.shared())
                .setParameter(14, contact.told());
    }

    /** A day whose time nobody knows stands at noon: the same day in most of the world. */
    static Instant at(LocalDate day, @Nullable LocalTime time) {
        return day.atTime(Objects.requireNonNullElse(time, LocalTime.NOON))
                .atZone(Time.ZONE)
                .toInstant();
    }

    private void requireDay(Contact contact) {
        if (contact.day().isAfter(Time.today(clock))) {
            throw Problem.invalid("day", "outreach.invalid.future");
        }
        if (contact.time() != null && at(contact.day(), contact.time()).isAfter(clock.instant())) {
            throw Problem.invalid("time", "outreach.invalid.later");
        }
        if (contact.day().isBefore(FIRST_DAY)) {
            throw Problem.invalid("day", "outreach.invalid.too-early", FIRST_DAY);
        }
    }

    private static Problem withWhom() {
        return Problem.invalid("enterprises", "outreach.invalid.with-whom");
    }

    private void around(long id, Contact contact) {
        officers(id, contact.officers());
        int position = 0;
        for (Topic topic : subjects.kept(contact.subjects())) {
            em.createNativeQuery("insert into touchpoint_subject (touchpoint_id, position, kind, ref, text)"
                            + " values (?, ?, ?, cast(? as text), ?)")
                    .setParameter(1, id)
                    .setParameter(2, position++)
                    .setParameter(3, topic.kind().name())
                    .setParameter(4, topic.ref())
                    .setParameter(5, topic.text())
                    .executeUpdate();
        }
        int met = em.createNativeQuery("insert into touchpoint_person (touchpoint_id, person_id)"
                        + " select ?1, c.id from contact_person c where c.id = any(cast(?2 as bigint[]))"
                        + " and c.erased_at is null and (c.enterprise_id = any(cast(?3 as bigint[]))"
                        + " or c.partner_id = any(cast(?4 as bigint[])))")
                .setParameter(1, id)
                .setParameter(2, array(contact.persons()))
                .setParameter(3, array(contact.enterprises()))
                .setParameter(4, array(contact.partners()))
                .executeUpdate();
        if (met != contact.persons().size()) {
            throw Problem.invalid("persons", "outreach.invalid.person");
        }
    }

    private void officers(long id, Set<Long> named) {
        Set<Long> all = named.isEmpty() ? Set.of(viewer.require().accountId()) : named;
        for (long officer :
                without(all, ids("select account_id from touchpoint_officer where touchpoint_id = ?", id))) {
            Owners.Owner found =
                    owners.find(officer).orElseThrow(() -> Problem.invalid("officers", "outreach.invalid.owner"));
            em.createNativeQuery(
                            "insert into touchpoint_officer (touchpoint_id, account_id, unit_id_then) values (?, ?, ?)")
                    .setParameter(1, id)
                    .setParameter(2, officer)
                    .setParameter(3, found.unitId())
                    .executeUpdate();
        }
    }

    /** @throws Problem 400 at the field when one of them is none the viewer may write about */
    private void meet(long id, Set<Long> enterprises, String field) {
        if (enterprises.isEmpty()) {
            return;
        }
        int met = em.createNativeQuery("insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path,"
                        + " unit_id_then, by_unit_id, at, timed, channel, strength, direction)"
                        + " select t.id, e.id, e.unit_id, e.org_path, e.unit_id, t.unit_id_then, t.at,"
                        + " t.began_at is not null, t.channel, t.strength, t.direction from touchpoint t, enterprise e"
                        + " where t.id = ?1 and e.id = any(cast(?2 as bigint[])) and e.merged_into is null"
                        + " and e.org_path >= nullif(current_setting('app.write_lo', true), '')"
                        + " and e.org_path < current_setting('app.write_hi', true)"
                        // Each party holds its enterprise until the end: in one order, so that two do not wait for
                        // ever.
                        + " order by e.id")
                .setParameter(1, id)
                .setParameter(2, array(enterprises))
                .executeUpdate();
        if (met != enterprises.size()) {
            throw Problem.invalid(field, "outreach.invalid.enterprise");
        }
    }

    private void meetPartners(long id, Set<Long> partners) {
        if (partners.isEmpty()) {
            return;
        }
        int met = em.createNativeQuery("insert into touchpoint_party (touchpoint_id, partner_id, partner_unit, unit_id,"
                        + " org_path, unit_id_then, by_unit_id, at, timed, channel, strength, direction)"
                        + " select t.id, o.id, t.unit_id, t.unit_id, t.org_path, t.unit_id_then, t.unit_id_then, t.at,"
                        + " t.began_at is not null, t.channel, t.strength, t.direction from touchpoint t,"
                        + " partner_organisation o where t.id = ?1 and o.id = any(cast(?2 as bigint[]))")
                .setParameter(1, id)
                .setParameter(2, array(partners))
                .executeUpdate();
        if (met != partners.size()) {
            throw Problem.invalid("partners", "outreach.invalid.partner");
        }
    }

    static String array(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

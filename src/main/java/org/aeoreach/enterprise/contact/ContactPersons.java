package org.aeoreach.enterprise.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.Failures;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Contact persons within the viewer's range. */
@ApplicationScoped
public class ContactPersons {

    private static final String COLUMNS =
            "select c.id, c.enterprise_id, c.partner_id, coalesce(e.name_zh, p.name_zh) as ozh,"
                    + " coalesce(e.name_en, p.name_en) as oen, c.name_zh, c.name_en, c.position_zh, c.position_en, c.role,"
                    + " c.language, c.mail, c.phone, c.preferred_channel, c.purpose, c.legal_basis, c.consent_on,"
                    + " c.consent_wording_id, c.consent_withdrawn_on, c.ended_at, c.end_reason, c.erased_at, c.org_path, c.version"
                    + " from contact_person c left join enterprise e on e.id = c.enterprise_id"
                    + " left join partner_organisation p on p.id = c.partner_id";

    @Inject
    private Failures failures;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Where somebody works: an enterprise or a partner organisation. */
    public record Owner(Kind kind, long id) {

        /** Which of the two. */
        public enum Kind {
            ENTERPRISE("enterprise"),
            PARTNER("partner_organisation");

            private final String table;

            Kind(String table) {
                this.table = table;
            }
        }

        public static Owner enterprise(long id) {
            return new Owner(Kind.ENTERPRISE, id);
        }

        public static Owner partner(long id) {
            return new Owner(Kind.PARTNER, id);
        }

        private String column() {
            return kind == Kind.ENTERPRISE ? "enterprise_id" : "partner_id";
        }
    }

    /**
     * What is kept of somebody.
     *
     * @param consentOn when he agreed to the words in force, or null; needed when consent is the legal basis
     */
    public record Person(
            @NotBlank @Size(max = 100) String nameZh,
            @Nullable @Size(max = 100) String nameEn,
            @Nullable @Size(max = 100) String positionZh,
            @Nullable @Size(max = 100) String positionEn,
            @NotNull ContactRole role,
            @NotNull Language language,
            @Nullable @Email @Size(max = 254) String mail,
            @Nullable @Size(max = 40) String phone,
            @Nullable Channel preferredChannel,
            @NotNull Purpose purpose,
            @NotNull LegalBasis legalBasis,
            @Nullable LocalDate consentOn) {}

    /** Why somebody is no contact any more. */
    public record Ending(@NotBlank @Size(max = 200) String reason) {}

    /** The day on which consent was withdrawn. */
    public record Withdrawal(@NotNull LocalDate withdrawnOn) {}

    /** The words to agree to. @param version their number */
    public record Wording(long version, String zh, String en, LocalDate validFrom) {}

    /** Those of one owner by name: who can be contacted first. */
    @Transactional
    public List<ContactPersonView> of(Owner owner) {
        return Rows.list(
                bound.query(
                        COLUMNS + " where c." + owner.column() + " = ? and c.erased_at is null"
                                + " order by (c.ended_at is not null), c.name_zh collate pinyin, c.id limit 200",
                        owner.id()),
                ContactPersons::view);
    }

    /** The same by id, after the one given. */
    @Transactional
    public Slice<ContactPersonView> page(Owner owner, long after, int limit) {
        List<ContactPersonView> rows = Rows.list(
                bound.query(
                        COLUMNS + " where c." + owner.column() + " = ? and c.id > ? order by c.id limit ?",
                        owner.id(),
                        after,
                        limit + 1),
                ContactPersons::view);
        return Slice.of(rows, limit, ContactPersonView::id);
    }

    /** @throws Problem 404 when there is none within the viewer's range */
    @Transactional
    public ContactPersonView get(long id) {
        return Rows.one(bound.query(COLUMNS + " where c.id = ?", id), ContactPersons::view)
                .orElseThrow(Problem::notFound);
    }

    /** The words in force today. */
    @Transactional
    public Wording wording() {
        return Rows.one(
                        bound.query(
                                "select id, zh, en, valid_from from consent_wording where valid_from <= ?"
                                        + " order by valid_from desc limit 1",
                                Time.today(clock)),
                        row -> new Wording(row.id(0), row.text(1), row.text(2), row.date(3)))
                .orElseThrow();
    }

    /** @throws Problem 404 when the owner is not within the range the viewer may change, 400 at the field at fault */
    @Transactional
    public ContactPersonView add(Owner owner, Person person) {
        check(person);
        String live = owner.kind() == Owner.Kind.ENTERPRISE ? "merged_into is null" : "ended_at is null";
        List<Long> made = Rows.list(
                bound.query(
                        "insert into contact_person (" + owner.column() + ", unit_id, org_path, name_zh, name_en,"
                                + " position_zh, position_en, role, language, mail, phone, preferred_channel, purpose,"
                                + " legal_basis, consent_on, consent_wording_id) select id, unit_id, org_path, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, cast(? as date), cast(? as bigint) from " + owner.kind().table
                                + " where id = ? and enterprise_in_write_range(org_path) and " + live + " returning id",
                        values(
                                person,
                                person.consentOn() == null
                                        ? null
                                        : Long.toString(wording().version()),
                                owner.id())),
                row -> row.id(0));
        if (made.isEmpty()) {
            throw Problem.notFound();
        }
        ContactPersonView added = get(made.get(0));
        record("enterprise.add-contact", added, changes(null, added));
        return added;
    }

    /** What is kept of a person, as the database reads it, then other values. */
    private static @Nullable Object[] values(Person person, @Nullable Object... others) {
        LocalDate consentOn = person.consentOn();
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(
                values,
                person.nameZh(),
                person.nameEn(),
                person.positionZh(),
                person.positionEn(),
                person.role(),
                person.language().code(),
                person.mail(),
                person.phone(),
                person.preferredChannel(),
                person.purpose(),
                person.legalBasis(),
                consentOn == null ? null : consentOn.toString());
        Collections.addAll(values, others);
        return values.toArray();
    }

    /** @throws Problem 412 when somebody changed him since that version, 400 at the field at fault */
    @Transactional
    public ContactPersonView change(long id, long version, Person person) {
        ContactPersonView before = current(id, version);
        check(person);
        // Agreed anew on another day: to the words of today.
        boolean anew = person.consentOn() != null && !person.consentOn().equals(before.consentOn());
        Long wording = person.consentOn() == null
                ? null
                : anew ? Long.valueOf(wording().version()) : before.consentWordingId();
        bound.query(
                        "update contact_person set name_zh = ?, name_en = ?, position_zh = ?, position_en = ?, role = ?,"
                                + " language = ?, mail = ?, phone = ?, preferred_channel = ?, purpose = ?, legal_basis = ?,"
                                + " consent_on = cast(? as date), consent_wording_id = cast(? as bigint),"
                                + " consent_withdrawn_on = case when cast(? as boolean) then null"
                                + " else consent_withdrawn_on end, version = version + 1 where id = ?",
                        values(
                                person,
                                wording == null ? null : wording.toString(),
                                Boolean.toString(over(before.consentWithdrawnOn(), person.consentOn())),
                                id))
                .executeUpdate();
        ContactPersonView after = get(id);
        record("enterprise.change-contact", after, changes(before, after));
        return after;
    }

    /** A withdrawal holds until he agrees again; setting the day of the first consent right does not end it. */
    private static boolean over(@Nullable LocalDate withdrawn, @Nullable LocalDate agreed) {
        return withdrawn != null && agreed != null && agreed.isAfter(withdrawn);
    }

    /** He is no contact any more; what he was part of stays. */
    @Transactional
    public ContactPersonView end(long id, long version, Ending ending) {
        ContactPersonView before = current(id, version);
        bound.query(
                        "update contact_person set ended_at = now(), end_reason = ?, version = version + 1 where id = ?",
                        ending.reason(),
                        id)
                .executeUpdate();
        record("enterprise.end-contact", before, Changes.none().with("reason", ending.reason()));
        return get(id);
    }

    /** He has taken his consent back. */
    @Transactional
    public ContactPersonView withdraw(long id, long version, Withdrawal withdrawal) {
        ContactPersonView before = current(id, version);
        if (before.consentOn() == null || before.consentWithdrawnOn() != null) {
            throw new Problem(409, "enterprise.problem.no-consent");
        }
        if (withdrawal.withdrawnOn().isAfter(Time.today(clock))) {
            throw Problem.invalid("withdrawnOn", "enterprise.invalid.in-future");
        }
        if (withdrawal.withdrawnOn().isBefore(before.consentOn())) {
            throw Problem.invalid("withdrawnOn", "enterprise.invalid.before-beginning");
        }
        bound.query(
                        "update contact_person set consent_withdrawn_on = ?, version = version + 1 where id = ?",
                        withdrawal.withdrawnOn(),
                        id)
                .executeUpdate();
        record("enterprise.withdraw-consent", before, Changes.none().with("withdrawnOn", withdrawal.withdrawnOn()));
        return get(id);
    }

    /**
     * Mail goes to his address again, though it failed.
     *
     * @throws Problem 404 when there is none within the viewer's range, 409 when nothing bars it
     */
    @Transactional
    public ContactPersonView writeAgain(long id) {
        ContactPersonView person = get(id);
        boolean writable = (Boolean) bound.query("select enterprise_in_write_range(?)", person.orgPath())
                .getSingleResult();
        if (!writable) {
            throw Problem.notFound();
        }
        if (person.mail() == null || !failures.lift(person.mail())) {
            throw new Problem(409, "enterprise.problem.mail-flows");
        }
        record("enterprise.write-again", person, Changes.none().with("particulars", true));
        return person;
    }

    private ContactPersonView current(long id, long version) {
        if (bound.query("select 1 from contact_person where id = ? for update", id)
                .getResultList()
                .isEmpty()) {
            throw Problem.notFound();
        }
        ContactPersonView before = get(id);
        Versions.check(version, before.version());
        if (before.endedAt() != null || before.erasedAt() != null) {
            throw new Problem(409, "enterprise.problem.contact-ended");
        }
        return before;
    }

    private void check(Person person) {
        if (person.legalBasis() == LegalBasis.CONSENT && person.consentOn() == null) {
            throw Problem.invalid("consentOn", "enterprise.invalid.consent-needed");
        }
        if (person.consentOn() != null && person.consentOn().isAfter(Time.today(clock))) {
            throw Problem.invalid("consentOn", "enterprise.invalid.in-future");
        }
        if (person.preferredChannel() == Channel.MAIL && person.mail() == null) {
            throw Problem.invalid("mail", "enterprise.invalid.channel-needs");
        }
        if (person.preferredChannel() == Channel.PHONE && person.phone() == null) {
            throw Problem.invalid("phone", "enterprise.invalid.channel-needs");
        }
    }

    /** Which fields changed; the audit keeps no address and no number of a person. */
    private static Changes changes(@Nullable ContactPersonView before, ContactPersonView after) {
        Changes changes = Changes.none()
                .with("role", before == null ? null : before.role(), after.role())
                .with("purpose", before == null ? null : before.purpose(), after.purpose())
                .with("legalBasis", before == null ? null : before.legalBasis(), after.legalBasis())
                .with("consentOn", before == null ? null : before.consentOn(), after.consentOn());
        if (before != null && !same(before, after)) {
            changes.with("particulars", true);
        }
        return changes;
    }

    private static boolean same(ContactPersonView a, ContactPersonView b) {
        return List.of(
                        a.nameZh(),
                        a.nameEn() + "",
                        a.positionZh() + "",
                        a.positionEn() + "",
                        a.mail() + "",
                        a.phone() + "")
                .equals(List.of(
                        b.nameZh(),
                        b.nameEn() + "",
                        b.positionZh() + "",
                        b.positionEn() + "",
                        b.mail() + "",
                        b.phone() + ""));
    }

    private void record(String action, ContactPersonView person, Changes changes) {
        audit.record(action, new AuditTrail.Subject("contact_person", person.id(), person.orgPath()), changes);
    }

    private static ContactPersonView view(Rows.Row row) {
        return new ContactPersonView(
                row.id(0),
                row.idOrNull(1),
                row.idOrNull(2),
                row.text(3),
                row.textOrNull(4),
                row.text(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.text(9),
                row.text(10),
                row.textOrNull(11),
                row.textOrNull(12),
                row.textOrNull(13),
                row.text(14),
                row.text(15),
                row.dateOrNull(16),
                row.idOrNull(17),
                row.dateOrNull(18),
                row.instantOrNull(19),
                row.textOrNull(20),
                row.instantOrNull(21),
                row.text(22),
                row.id(23));
    }
}

package org.aeoreach.enterprise.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.EnterpriseView;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.enterprise.Welcome;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** What an enterprise's administrators do with its users, and how its house ends a user's rights. */
@ApplicationScoped
public class ManageMembers {

    /** No last day reaches it: asks who administers an enterprise for good. */
    private static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Members members;

    @Inject
    private Enterprises enterprises;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnterpriseMail mail;

    @Inject
    private Welcome welcome;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** Somebody to become a user of the enterprise. @param validTo last day, or null for good */
    public record Invitation(
            @NotBlank @Size(max = 100) String nameZh,
            @Nullable @Size(max = 100) String nameEn,
            @NotBlank @Size(max = 254) String mail,
            @NotNull Language language,
            @NotEmpty Set<Right> rights,
            @Nullable LocalDate validTo) {}

    /** What a user may do from now on. @param validTo last day, or null for good */
    public record Change(
            @NotEmpty Set<Right> rights, @Nullable LocalDate validTo) {}

    /**
     * Makes somebody a user of the enterprise the viewer administers. He is told by mail.
     *
     * @throws Problem 400 when he is one already
     */
    @Transactional
    public MemberView invite(Invitation invitation) {
        EnterpriseView enterprise = enterprises.mine();
        MailAddress.of("mail", invitation.mail());
        HeaderText.of("nameZh", invitation.nameZh());
        requireToCome(invitation.validTo());
        Query query = em.createNativeQuery("select member_id, account_id, made from invite_member(?, ?, ?, ?, ?, ?, ?,"
                        + " cast(? as date))")
                .setParameter(1, enterprise.id())
                .setParameter(2, invitation.nameZh())
                .setParameter(3, invitation.nameEn())
                .setParameter(4, invitation.mail())
                .setParameter(5, invitation.language().code())
                .setParameter(6, Right.names(invitation.rights()))
                .setParameter(7, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(8, Objects.toString(invitation.validTo(), null));
        var added = Rows.one(query, row -> new Added(row.id(0), row.id(1), row.flag(2)))
                .orElseThrow(() -> Problem.invalid("mail", "enterprise.invalid.already-user"));
        MemberView member = members.get(added.member());
        record(
                "enterprise.add-user",
                member,
                Changes.none()
                        .with("account", added.account())
                        .with("rights", Right.names(member.rights()))
                        .with("validTo", member.validTo()));
        var person = new Addressee(invitation.nameZh(), invitation.nameEn(), invitation.mail(), invitation.language());
        welcome.send(
                new Welcome.Newcomer(added.account(), added.made(), person),
                new Welcome.To(enterprise.nameZh(), enterprise.nameEn(), EnterpriseMail.About.of(enterprise)));
        return member;
    }

    private record Added(long member, long account, boolean made) {}

    /**
     * Changes what a user of the enterprise may do.
     *
     * @throws Problem 412 on a stale version, 409 when the last administrator would cease to be one
     */
    @Transactional
    public MemberView change(long id, long version, Change change) {
        members.ofMine(id);
        Member member = current(id, version);
        requireToCome(change.validTo());
        Changes changes = Changes.none()
                .with("rights", Right.names(member.rights()), Right.names(change.rights()))
                .with("validTo", member.validTo(), change.validTo());
        boolean administered = member.administersForGood();
        member.change(change.rights(), change.validTo());
        if (administered && !member.administersForGood()) {
            requireOtherAdministrator(member);
        }
        em.flush();
        MemberView after = members.get(id);
        record("enterprise.change-user", after, changes);
        return after;
    }

    /** Ends a user of the enterprise at once. @throws Problem as {@link #change} */
    @Transactional
    public MemberView end(long id, long version) {
        members.ofMine(id);
        Member member = current(id, version);
        if (member.administersForGood()) {
            requireOtherAdministrator(member);
        }
        return ended(member, null);
    }

    /**
     * Ends a user of an enterprise in the officer's range at once, even the last administrator. He and those who
     * administer the enterprise are told the reason.
     */
    @Transactional
    public MemberView revoke(long id, long version, Enterprises.Reason reason) {
        MemberView before = members.get(id);
        EnterpriseView enterprise = enterprises.get(before.enterpriseId());
        MemberView after = ended(current(id, version), reason.reason());
        for (Addressee to : mail.responsible(enterprise)) {
            tellOfEnd(to, before, enterprise, reason.reason());
        }
        tellOfEnd(
                new Addressee(before.nameZh(), before.nameEn(), before.mail(), before.language()),
                before,
                enterprise,
                reason.reason());
        return after;
    }

    private void tellOfEnd(Addressee to, MemberView member, EnterpriseView enterprise, String reason) {
        mail.send(
                "enterprise-user-revoked",
                to,
                EnterpriseMail.About.of(enterprise),
                language -> Map.of(
                        "enterprise", language.pick(enterprise.nameZh(), enterprise.nameEn()),
                        "person", language.pick(member.nameZh(), member.nameEn()),
                        "house", language.pick(enterprise.unitZh(), enterprise.unitEn()),
                        "reason", reason));
    }

    private MemberView ended(Member member, @Nullable String reason) {
        member.end(clock.instant(), reason);
        em.flush();
        MemberView after = members.get(member.id());
        record(
                "enterprise.end-user",
                after,
                Changes.none().with("endedAt", after.endedAt()).with("reason", reason));
        return after;
    }

    /** The row itself, locked. Administrators of one enterprise change its users one after the other. */
    private Member current(long id, long version) {
        MemberView seen = members.get(id);
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(226003, hashint8(?))")
                .setParameter(1, seen.enterpriseId())
                .getSingleResult();
        Member member = em.find(Member.class, id);
        if (member == null) {
            throw Problem.notFound();
        }
        Versions.check(version, member.version());
        if (member.ended()) {
            throw new Problem(409, "enterprise.problem.user-ended");
        }
        return member;
    }

    private void requireOtherAdministrator(Member member) {
        Query query = em.createNativeQuery("select account_id from enterprise_administrators(?, ?)")
                .setParameter(1, member.enterpriseId())
                .setParameter(2, java.sql.Date.valueOf(FOR_GOOD));
        List<Long> others = Rows.list(query, row -> row.id(0)).stream()
                .filter(account -> account != member.accountId())
                .toList();
        if (others.isEmpty()) {
            throw new Problem(409, "enterprise.problem.last-administrator");
        }
    }

    private void requireToCome(@Nullable LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(Time.today(clock))) {
            throw Problem.invalid("validTo", "enterprise.invalid.in-past");
        }
    }

    private void record(String action, MemberView member, Changes changes) {
        audit.record(
                action,
                new AuditTrail.Subject("enterprise_member", member.id(), member.orgPath()),
                changes.with("enterprise", member.enterpriseId()));
    }
}

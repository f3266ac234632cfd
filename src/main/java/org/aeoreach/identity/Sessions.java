package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.scope.ViewerRow;
import org.jspecify.annotations.Nullable;

/** Sign-in sessions: rows in the database, found by the hash of a cookie of 256 random bits. */
@ApplicationScoped
public class Sessions {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Configuration configuration;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer current;

    @Inject
    private Accounts accounts;

    @Inject
    private ActingEnterprise enterprises;

    /** One of the roles a person may choose to act in, his own or that of somebody he stands in for. */
    public record ActingRole(
            long assignmentId,
            @Nullable Long substitutionId,
            @Nullable String absentZh,
            @Nullable String absentEn,
            Role role,
            String unitZh,
            @Nullable String unitEn,
            @Nullable String enterpriseZh,
            @Nullable String enterpriseEn,
            boolean represented,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** The person behind a cookie, acting in the role of his session, unless it is over. */
    @Transactional
    public Optional<Viewer> find(Token cookie) {
        Query query = em.createNativeQuery("select account_id, login, name_zh, name_en, role, assignment_id, unit_id,"
                        + " org_path, substitution_id, absent_id, absent_zh, absent_en, language, time_zone"
                        + " from find_session(?1, ?2, session_idle(?1))")
                .setParameter(1, cookie.hash())
                .setParameter(2, java.sql.Date.valueOf(today()));
        return Rows.one(query, Sessions::viewer).map(enterprises::complete);
    }

    /**
     * Opens a session for a person in the first of his roles.
     *
     * @param agent how his browser calls itself
     * @return the value of the cookie
     * @throws Problem 403 when he holds no role today
     */
    @Transactional
    public Token open(long accountId, String agent) {
        Token cookie = Token.random();
        Viewer.Kind kind = accounts.get(accountId).kind();
        Instant expires = clock.instant().plus(absolute(kind));
        Query query = em.createNativeQuery("select open_session(?, ?, ?, ?, ?)")
                .setParameter(1, cookie.hash())
                .setParameter(2, accountId)
                .setParameter(3, java.sql.Date.valueOf(today()))
                .setParameter(4, expires.atOffset(ZoneOffset.UTC))
                .setParameter(5, RequestContext.current().address());
        if (!(Boolean) query.getSingleResult()) {
            throw new Problem(403, "identity.problem.no-role");
        }
        em.createNativeQuery("select 1 from describe_session(?, cast(? as interval), ?)")
                .setParameter(1, cookie.hash())
                .setParameter(2, idle(kind).toString())
                .setParameter(3, agent)
                .getSingleResult();
        find(cookie).ifPresent(viewer -> {
            actAs(viewer);
            record("identity.sign-in", viewer);
        });
        return cookie;
    }

    @Transactional
    public void close(Token cookie) {
        current.get().ifPresent(viewer -> record("identity.sign-out", viewer));
        forget(cookie);
    }

    /** Ends a session in silence, because the same browser begins another. */
    @Transactional
    public void forget(Token cookie) {
        em.createNativeQuery("select 1 from close_session(?)")
                .setParameter(1, cookie.hash())
                .getSingleResult();
    }

    /** The roles the viewer may act in today. */
    @Transactional
    public List<ActingRole> roles() {
        Query query = em.createNativeQuery(
                        "select r.assignment_id, r.substitution_id, r.absent_zh, r.absent_en, r.role,"
                                + " n.zh, n.en, e.name_zh, e.name_en, e.delegation_id is not null,"
                                + " coalesce(s.first_day, o.valid_from, ?2), coalesce(s.last_day, o.valid_to)"
                                + " from acting_roles(?1, ?2) r"
                                + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
                                + " left join acting_enterprise(?1, r.assignment_id, ?2) e on true"
                                // The absent officer's own days are not the substitute's business.
                                + " left join substitution s on s.id = r.substitution_id"
                                + " left join role_assignment o on o.id = r.assignment_id and s.id is null"
                                + " order by r.substitution_id nulls first, r.assignment_id")
                .setParameter(1, current.require().accountId())
                .setParameter(2, java.sql.Date.valueOf(today()));
        return Rows.list(
                query,
                row -> new ActingRole(
                        row.id(0),
                        row.idOrNull(1),
                        row.textOrNull(2),
                        row.textOrNull(3),
                        Role.valueOf(row.text(4)),
                        row.text(5),
                        row.textOrNull(6),
                        row.textOrNull(7),
                        row.textOrNull(8),
                        row.flag(9),
                        row.date(10),
                        row.dateOrNull(11)));
    }

    /** @throws Problem 404 when the role is not the viewer's today */
    @Transactional
    public void act(Token cookie, long assignmentId, @Nullable Long substitutionId) {
        Query query = em.createNativeQuery("select act_as(?, ?, cast(? as bigint), ?)")
                .setParameter(1, cookie.hash())
                .setParameter(2, assignmentId)
                .setParameter(3, substitutionId)
                .setParameter(4, java.sql.Date.valueOf(today()));
        if (!(Boolean) query.getSingleResult()) {
            throw Problem.notFound();
        }
        find(cookie).ifPresent(viewer -> record("identity.act-as", viewer));
    }

    /** The transaction began with nobody; what it records is this person's doing. */
    private void actAs(Viewer viewer) {
        em.createNativeQuery("select set_config('app.account', ?, true), set_config('app.assignment', ?, true)")
                .setParameter(1, Long.toString(viewer.accountId()))
                .setParameter(2, Long.toString(viewer.assignmentId()))
                .getSingleResult();
    }

    private void record(String action, Viewer viewer) {
        Changes changes = Changes.none()
                .with("role", viewer.role())
                .with("assignment", viewer.assignmentId())
                .with("login", viewer.login())
                .with(
                        "substitution",
                        viewer.substitution() == null
                                ? null
                                : viewer.substitution().id());
        audit.record(action, new AuditTrail.Subject("account", viewer.accountId(), viewer.orgPath()), changes);
    }

    private LocalDate today() {
        return Time.today(clock);
    }

    /** Officers' screens stand in halls; they rest for half the time. */
    private Duration idle(Viewer.Kind kind) {
        return kind == Viewer.Kind.OFFICER
                ? Duration.ofMinutes(configuration.number("aeo.session.officer.idle.minutes", 15))
                : Duration.ofMinutes(configuration.number("aeo.session.enterprise.idle.minutes", 30));
    }

    private Duration absolute(Viewer.Kind kind) {
        return kind == Viewer.Kind.OFFICER
                ? Duration.ofHours(configuration.number("aeo.session.officer.hours", 8))
                : Duration.ofHours(configuration.number("aeo.session.enterprise.hours", 8));
    }

    private static Viewer viewer(Rows.Row row) {
        return ViewerRow.of(row, Viewer.Settings.of(row.text(12), row.text(13)));
    }
}

package org.aeoreach.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Stops all mail and lets it go on, and says how fast it goes; for administrators of the whole country. */
@ApplicationScoped
public class MailControl {

    private static final String ROOT = "0000.";
    private static final AuditTrail.Subject SUBJECT = AuditTrail.Subject.unnumbered("mail_control", ROOT);

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Transactional
    public MailState state() {
        List<DomainRate> domains = Rows.list(
                bound.query("select domain, per_second from mail_domain order by domain"),
                row -> new DomainRate(row.text(0), (int) row.id(1)));
        List<MailState.Pause> pauses = Rows.list(
                bound.query("select since, paused_until, failures, reason from mail_pause"
                        + " where paused_until > now() - interval '30 minutes' order by since, node"),
                row -> new MailState.Pause(row.instant(0), row.instant(1), (int) row.id(2), row.text(3)));
        return Rows.one(
                        bound.query(
                                "select c.stopped_at, c.reason, c.per_second, c.per_domain, c.version, w.many, w.oldest"
                                        + " from mail_control c cross join (select count(*) as many, min(created_at) as oldest"
                                        + " from (select m.created_at from mail m where m.status in ('WAITING', 'SENDING')"
                                        + " limit ?) x) w",
                                MailState.MOST_COUNTED),
                        row -> new MailState(
                                row.instantOrNull(0),
                                row.textOrNull(1),
                                (int) row.id(2),
                                (int) row.id(3),
                                domains,
                                pauses,
                                row.id(5),
                                row.instantOrNull(6),
                                row.id(4)))
                .orElseThrow();
    }

    /**
     * Nothing leaves from now on but what is on its way to the mail server at this moment.
     *
     * @throws Problem 403 for whoever does not act for the whole country, 409 when it is stopped already
     */
    @Transactional
    public MailState stop(StopReason why) {
        MailState before = everywhere();
        if (before.stopped()) {
            throw new Problem(409, "mail.problem.stopped-already");
        }
        change("mail.stop", before, why.reason());
        return state();
    }

    /** Mail leaves again. @throws Problem 403 as before, 409 when it is not stopped */
    @Transactional
    public MailState goOn() {
        MailState before = everywhere();
        if (!before.stopped()) {
            throw new Problem(409, "mail.problem.not-stopped");
        }
        change("mail.go-on", before, null);
        return state();
    }

    private void change(String action, MailState before, @Nullable String reason) {
        boolean changed = (Boolean) bound.query("select mail_stop(cast(? as text), ?)", reason, before.version())
                .getSingleResult();
        Versions.check(1, changed ? 1 : 0);
        audit.record(action, SUBJECT, Changes.none().with("reason", before.reason(), reason));
    }

    /** @throws Problem 403 as before, 412 when somebody changed them since, 400 when a domain is none or named twice */
    @Transactional
    public MailState set(long version, Rates rates) {
        MailState before = everywhere();
        Versions.check(version, before.version());
        List<String> domains = rates.domains().stream().map(MailControl::domain).toList();
        Set<String> seen = new HashSet<>();
        domains.stream().filter(each -> !seen.add(each)).findFirst().ifPresent(twice -> {
            throw Problem.invalid("domains", "mail.invalid.domain-twice", twice);
        });
        boolean changed = (Boolean) bound.query(
                        "select mail_rates_set(?, ?, string_to_array(?, ','),"
                                + " cast(string_to_array(?, ',') as integer[]), ?)",
                        rates.perSecond(),
                        rates.perDomain(),
                        domains,
                        rates.domains().stream().map(DomainRate::perSecond).toList(),
                        version)
                .getSingleResult();
        Versions.check(1, changed ? 1 : 0);
        MailState after = state();
        audit.record(
                "mail.set-rates",
                SUBJECT,
                Changes.none()
                        .with("perSecond", before.perSecond(), after.perSecond())
                        .with("perDomain", before.perDomain(), after.perDomain())
                        .with("domains", before.lines(), after.lines()));
        return after;
    }

    private static String domain(DomainRate rate) {
        String domain = rate.domain().strip().toLowerCase(Locale.ROOT);
        if (!domain.matches("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+")) {
            throw Problem.invalid("domains", "mail.invalid.domain", rate.domain());
        }
        return domain;
    }

    private MailState everywhere() {
        if (!viewer.require().everywhere()) {
            throw Problem.forbidden();
        }
        return state();
    }
}

package org.aeoreach.enquiry.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Reads and sets what holds for enquiries in the viewer's unit. */
@ApplicationScoped
public class Targets {

    private static final int HOUR = 60;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** Those of the viewer's unit, of the units above and of those below it. */
    @Transactional
    public List<TargetView> targets() {
        return Rows.list(bound.query(TargetView.SELECT, viewer.require().orgPath()), TargetView::of);
    }

    @Transactional
    public List<AuthorityView> authorities() {
        return Rows.list(bound.query(AuthorityView.SELECT), AuthorityView::of);
    }

    /** Statuses the viewer's unit or one above it has named. */
    @Transactional
    public List<StatusName> names() {
        return Rows.list(bound.query(StatusName.SELECT, viewer.require().orgPath()), StatusName::of);
    }

    /** Topics of the library, to choose from. */
    @Transactional
    List<Option> topics(Language language) {
        return Rows.list(
                bound.query("select t.code, t.zh, t.en from library_topic t order by t.position"),
                row -> new Option(row.text(0), language.pick(row.text(1), row.text(2))));
    }

    /** @throws Problem 400 at the field */
    @Transactional
    public void set(NewTarget target) {
        LocalDate from = future(target.validFrom());
        int hours = Objects.requireNonNull(target.targetHours());
        int warn = Objects.requireNonNull(target.warnHours());
        if (warn >= hours) {
            throw Problem.invalid("warnHours", "target.invalid.warn");
        }
        String topic = topic(target.targetTopic());
        Viewer me = viewer.require();
        long id = Rows.one(
                        bound.query(
                                "insert into enquiry_target (unit_id, org_path, level, topic, priority, minutes,"
                                        + " warn_minutes, valid_from, account_id) values (?1, ?2, ?3, cast(?4 as text),"
                                        + " cast(?5 as smallint), ?6, ?7, ?8, ?9) returning id",
                                me.unitId(),
                                me.orgPath(),
                                target.targetLevel(),
                                topic,
                                target.targetPriority(),
                                hours * HOUR,
                                warn * HOUR,
                                from,
                                me.accountId()),
                        row -> row.id(0))
                .orElseThrow();
        audit.record(
                "target.set",
                new AuditTrail.Subject("enquiry_target", id, me.orgPath()),
                Changes.none()
                        .with("targetLevel", target.targetLevel())
                        .with("targetTopic", topic)
                        .with("targetPriority", target.targetPriority())
                        .with("targetHours", hours)
                        .with("warnHours", warn)
                        .with("validFrom", from));
    }

    /** @throws Problem 400 at the field; 403 for who does not act in the General Administration */
    @Transactional
    public void set(NewAuthority authority) {
        LocalDate from = future(authority.validFrom());
        String topic = topic(authority.targetTopic());
        Viewer me = viewer.require();
        if (!me.everywhere()) {
            throw Problem.forbidden();
        }
        long id = Rows.one(
                        bound.query(
                                "insert into enquiry_authority (topic, needs, valid_from, account_id)"
                                        + " values (cast(?1 as text), ?2, ?3, ?4) returning id",
                                topic,
                                authority.needs(),
                                from,
                                me.accountId()),
                        row -> row.id(0))
                .orElseThrow();
        audit.record(
                "target.set-authority",
                new AuditTrail.Subject("enquiry_authority", id, me.orgPath()),
                Changes.none()
                        .with("targetTopic", topic)
                        .with("needs", authority.needs())
                        .with("validFrom", from));
    }

    /** @throws Problem 400 at the field */
    @Transactional
    public void name(NamedStatus name) {
        if (!name.empty() && !name.whole()) {
            throw Problem.invalid(
                    name.nameZh() == null || name.nameZh().isBlank() ? "nameZh" : "nameEn", "target.invalid.name");
        }
        Viewer me = viewer.require();
        bound.query(
                        "delete from enquiry_status_name where unit_id = ?1 and status = ?2",
                        me.unitId(),
                        name.namedStatus())
                .executeUpdate();
        if (name.whole()) {
            bound.query(
                            "insert into enquiry_status_name (unit_id, org_path, status, zh, en) values (?1, ?2, ?3, ?4, ?5)",
                            me.unitId(),
                            me.orgPath(),
                            name.namedStatus(),
                            Objects.requireNonNull(name.nameZh()).strip(),
                            Objects.requireNonNull(name.nameEn()).strip())
                    .executeUpdate();
        }
        audit.record(
                "target.name-status",
                new AuditTrail.Subject("enquiry_status_name", me.unitId(), me.orgPath()),
                Changes.none()
                        .with("namedStatus", name.namedStatus())
                        .with("nameZh", name.nameZh())
                        .with("nameEn", name.nameEn()));
    }

    private LocalDate future(@Nullable LocalDate day) {
        LocalDate from = Objects.requireNonNull(day);
        if (from.isBefore(Time.today(clock))) {
            throw Problem.invalid("validFrom", "target.invalid.past");
        }
        return from;
    }

    private @Nullable String topic(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Rows.one(bound.query("select t.code from library_topic t where t.code = ?1", code), row -> row.text(0))
                .orElseThrow(() -> Problem.invalid("targetTopic", "web.invalid.choice"));
    }
}

package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.directive.Saving;
import org.aeoreach.job.JobStatus;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** What people do with a mailing of their unit, from the first draft until it goes out or is stopped. */
@ApplicationScoped
public class MailingSteps {

    @Inject
    private Bound bound;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Mailings mailings;

    @Inject
    private MailingContent content;

    @Inject
    private MailingTargets targets;

    @Inject
    private Saving saving;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @throws Problem 400 with what is wrong, 409 when the campaign does not run or the unit has no part in it */
    @Transactional
    public MailingView create(long campaign, Mailing wanted) {
        campaigns.get(campaign);
        requireOpen(campaign);
        Viewer me = viewer.require();
        content.check(wanted);
        long id = ((Number) bound.query(
                                "insert into campaign_mailing (campaign_id, unit_id, org_path, title_zh, title_en, purpose,"
                                        + " conditions, states, send_at, author_id) values (?, ?, ?, ?, cast(? as text),"
                                        + " cast(? as text), cast(? as text), string_to_array(?, ','),"
                                        + " cast(? as timestamptz), ?) returning id",
                                campaign,
                                me.unitId(),
                                me.orgPath(),
                                wanted.titleZh(),
                                wanted.titleEn(),
                                wanted.purpose(),
                                saving.checked(wanted.conditions()),
                                wanted.statesOnce(),
                                MailingContent.sendAt(wanted),
                                me.accountId())
                        .getSingleResult())
                .longValue();
        content.put(id, wanted);
        hand(id);
        return witnessed("mailing.create", campaign, id, null);
    }

    private void requireOpen(long campaign) {
        if (!mailings.open(campaign)) {
            throw new Problem(409, "mailing.problem.campaign-over");
        }
        if (!mailings.hasPart(campaign)) {
            throw new Problem(409, "mailing.problem.no-part");
        }
    }

    private void hand(long id) {
        bound.query(
                        "insert into campaign_mailing_editor (mailing_id, account_id) values (?, ?) on conflict do nothing",
                        id,
                        viewer.require().accountId())
                .executeUpdate();
    }

    /** @throws Problem 409 when it is no draft any more, 412 when somebody changed it meanwhile */
    @Transactional
    public MailingView change(long campaign, long id, long version, Mailing wanted) {
        MailingView before = expected(campaign, id, version, MailingStatus.DRAFT);
        content.check(wanted);
        hand(id);
        content.put(id, wanted);
        step(
                before,
                "title_zh = ?, title_en = cast(? as text), purpose = cast(? as text), conditions = cast(? as text),"
                        + " states = string_to_array(?, ','), send_at = cast(? as timestamptz)",
                wanted.titleZh(),
                wanted.titleEn(),
                wanted.purpose(),
                saving.checked(wanted.conditions()),
                wanted.statesOnce(),
                MailingContent.sendAt(wanted));
        return witnessed("mailing.change", campaign, id, before);
    }

    /** Deletes a draft for good. */
    @Transactional
    public void discard(long campaign, long id, long version) {
        MailingView before = expected(campaign, id, version, MailingStatus.DRAFT);
        step(before, "reason = reason");
        for (String table : List.of("campaign_mailing_text", "campaign_mailing_editor", "campaign_mailing_unit")) {
            bound.query("delete from " + table + " where mailing_id = ?", id).executeUpdate();
        }
        bound.query("delete from campaign_mailing where id = ?", id).executeUpdate();
        audit.record(
                "mailing.discard",
                new AuditTrail.Subject("mailing", id, before.orgPath()),
                Changes.none().with("title", before.titleZh(), null));
    }

    /** Sends it to a second person. @throws Problem 409 when nobody would get it */
    @Transactional
    public MailingView submit(long campaign, long id, long version) {
        MailingView before = expected(campaign, id, version, MailingStatus.DRAFT);
        requireOpen(campaign);
        requireSomebody(before);
        hand(id);
        step(
                before,
                "status = 'REVIEW', submitted_by = ?, submitted_as = ?, reason = null",
                viewer.require().accountId(),
                viewer.require().role());
        return witnessed("mailing.submit", campaign, id, before);
    }

    private void requireSomebody(MailingView mailing) {
        if (!targets.somebody(mailing)) {
            throw new Problem(409, "mailing.problem.nobody");
        }
    }

    /** Gives it back to be changed. */
    @Transactional
    public MailingView giveBack(long campaign, long id, long version, Mailing.Reason why) {
        MailingView before = expected(campaign, id, version, MailingStatus.REVIEW);
        step(before, "status = 'DRAFT', submitted_by = null, submitted_as = null, reason = ?", why.reason());
        return witnessed("mailing.return", campaign, id, before);
    }

    /**
     * The decision of a second person. What is due goes out at once.
     *
     * @throws Problem 403 for who had a hand in it or acts in another role, 409 when the campaign is over or nobody would get it any more
     */
    @Transactional
    public MailingView approve(long campaign, long id, long version) {
        MailingView before = expected(campaign, id, version, MailingStatus.REVIEW);
        if (before.barred()) {
            throw new Problem(403, "mailing.problem.second-person");
        }
        requireOpen(campaign);
        requireSomebody(before);
        boolean due = before.sendAt() == null || !before.sendAt().isAfter(clock.instant());
        Long job = due ? start(id) : null;
        step(
                before,
                "status = 'APPROVED', approved_by = ?, approved_at = now(), job_id = cast(? as bigint)",
                viewer.require().accountId(),
                job == null ? null : Long.toString(job));
        return witnessed("mailing.approve", campaign, id, before);
    }

    private long start(long id) {
        return jobs.start(
                        SendMailing.KIND,
                        JsonText.JSON
                                .createObjectBuilder()
                                .add(SendMailing.MAILING, id)
                                .build())
                .id();
    }

    /** Nothing more of it goes out. @throws Problem 409 when it is not on its way */
    @Transactional
    public MailingView withdraw(long campaign, long id, long version, Mailing.Reason why) {
        MailingView before =
                expected(campaign, id, version, MailingStatus.REVIEW, MailingStatus.APPROVED, MailingStatus.SENDING);
        step(before, "status = 'WITHDRAWN', ended_at = now(), reason = ?", why.reason());
        return witnessed("mailing.withdraw", campaign, id, before);
    }

    /** Goes on after the job that sends it failed or was cancelled. @throws Problem 409 when it is under way */
    @Transactional
    public MailingView resume(long campaign, long id, long version) {
        MailingView before = expected(campaign, id, version, MailingStatus.APPROVED, MailingStatus.SENDING);
        if (!halted(before)) {
            throw new Problem(409, "mailing.problem.under-way");
        }
        step(before, "job_id = ?", start(id));
        return witnessed("mailing.resume", campaign, id, before);
    }

    /** Whether the job that sends it ended before its time, so that it waits for a person. */
    @Transactional
    public boolean halted(MailingView mailing) {
        Long job = mailing.steps().jobId();
        return mailing.status().underWay()
                && job != null
                && jobs.find(job)
                        .map(JobView::status)
                        .filter(status -> status == JobStatus.FAILED || status == JobStatus.CANCELLED)
                        .isPresent();
    }

    private MailingView expected(long campaign, long id, long version, MailingStatus... statuses) {
        MailingView mailing = mailings.own(campaign, id);
        Versions.check(version, mailing.version());
        if (!Arrays.asList(statuses).contains(mailing.status())) {
            throw new Problem(409, "mailing.problem.status");
        }
        return mailing;
    }

    private void step(MailingView before, String change, @Nullable Object... values) {
        bound.step("campaign_mailing", new Bound.Seen(before.id(), before.version(), before.status()), change, values);
    }

    private MailingView witnessed(String action, long campaign, long id, @Nullable MailingView before) {
        MailingView now = mailings.get(campaign, id);
        audit.record(
                action,
                new AuditTrail.Subject("mailing", id, now.orgPath()),
                Changes.none()
                        .with("title", before == null ? null : before.titleZh(), now.titleZh())
                        .with("status", before == null ? null : before.status(), now.status())
                        .with("reason", before == null ? null : before.reason(), now.reason()));
        return now;
    }
}

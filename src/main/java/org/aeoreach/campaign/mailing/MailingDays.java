package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.campaign.activity.PlannedActivity;
import org.aeoreach.campaign.activity.Standing;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;

/** Mailings in the calendar: on the day they go out at the earliest, or went out. */
@ApplicationScoped
class MailingDays implements PlannedActivity {

    private static final int MOST = 500;

    // One that is not approved is its unit's own; one withdrawn is told of for a while.
    private static final String DAYS = "select g.id, g.campaign_id, g.title_zh, g.title_en, n.zh, n.en, g.org_path,"
            + " d.day, g.status, coalesce(?4 in (g.author_id, g.submitted_by, g.approved_by), false) or exists (select from"
            + " campaign_mailing_editor w where w.mailing_id = g.id and w.account_id = ?4) or g.status = 'REVIEW'"
            + " and ?5 in ('GACC_OFFICER', 'DISTRICT_OFFICER', 'HOUSE_OFFICER', 'COORDINATOR') and g.org_path = ?3,"
            + " g.version, g.changed_at from campaign_mailing_date p join campaign_mailing g on g.id = p.mailing_id"
            + " cross join lateral (select cast(p.planned_at at time zone 'Asia/Shanghai' as date) as day) d"
            + " join unit_name n on n.unit_id = g.unit_id and n.valid_to is null"
            + " where d.day >= ?1 and d.day < ?2 and (g.status not in ('DRAFT', 'REVIEW') or g.org_path = ?3)"
            + " and (g.status <> 'WITHDRAWN' or g.changed_at > now() - interval '30 days') order by d.day, g.id limit "
            + MOST;

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    MailingDays() {}

    @Inject
    MailingDays(Bound bound) {
        this.bound = bound;
    }

    @Override
    @Transactional
    public List<Days> between(LocalDate from, LocalDate to, Viewer viewer) {
        return Rows.list(
                bound.query(DAYS, from, to, viewer.orgPath(), viewer.accountId(), viewer.role()), MailingDays::days);
    }

    private static Days days(Rows.Row row) {
        return new Days(
                "mailing-" + row.id(0),
                "campaign.day.MAILING",
                row.id(1),
                null,
                new Bilingual(row.text(2), row.textOrNull(3)),
                null,
                new Bilingual(row.text(4), row.textOrNull(5)),
                row.text(6),
                row.date(7),
                row.date(7),
                standing(MailingStatus.valueOf(row.text(8))),
                row.flag(9),
                "/desk/campaigns/" + row.id(1) + "/mailings/" + row.id(0),
                row.id(10),
                row.instant(11));
    }

    private static Standing standing(MailingStatus status) {
        return switch (status) {
            case DRAFT, REVIEW -> Standing.TENTATIVE;
            case WITHDRAWN -> Standing.CANCELLED;
            case APPROVED, SENDING, SENT -> Standing.CONFIRMED;
        };
    }
}

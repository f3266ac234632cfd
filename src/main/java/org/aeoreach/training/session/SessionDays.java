package org.aeoreach.training.session;

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

/** Sessions of campaigns in the calendar, in the place of what a plan foresaw where they carry it out. */
@ApplicationScoped
class SessionDays implements PlannedActivity {

    private static final int MOST = 500;

    // A draft is its unit's own; what was called off is told of for a while. Sessions of units beside are not the
    // viewer's.
    private static final String DAYS =
            "select s.id, s.campaign_id, case when s.status <> 'CANCELLED' then s.planned_id end, s.title_zh, s.title_en, s.place_zh, n.zh,"
                    + " n.en, s.org_path, d.first, d.last, s.status, coalesce(s.account_id = ?4, false), s.version, s.changed_at"
                    + " from training_session s join unit_name n on n.unit_id = s.unit_id and n.valid_to is null"
                    + " cross join lateral (select cast(s.starts_at at time zone 'Asia/Shanghai' as date) as first,"
                    + " cast((s.ends_at - interval '1 second') at time zone 'Asia/Shanghai' as date) as last) d"
                    + " where s.campaign_id is not null and s.parent_id is null and not s.template"
                    + " and s.starts_at < cast(?2 as date) + interval '1 day' and s.ends_at > cast(?1 as date) - interval '1 day'"
                    + " and d.first < ?2 and d.last >= ?1 and (starts_with(s.org_path, ?3) or starts_with(?3, s.org_path))"
                    + " and (s.status <> 'DRAFT' or s.org_path = ?3)"
                    + " and (s.status <> 'CANCELLED' or s.changed_at > now() - interval '30 days') order by d.first, s.id limit "
                    + MOST;

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    SessionDays() {}

    @Inject
    SessionDays(Bound bound) {
        this.bound = bound;
    }

    @Override
    @Transactional
    public List<Days> between(LocalDate from, LocalDate to, Viewer viewer) {
        return Rows.list(bound.query(DAYS, from, to, viewer.orgPath(), viewer.accountId()), SessionDays::days);
    }

    private static Days days(Rows.Row row) {
        return new Days(
                "session-" + row.id(0),
                "campaign.day.SESSION",
                row.id(1),
                row.idOrNull(2),
                new Bilingual(row.text(3), row.textOrNull(4)),
                row.textOrNull(5),
                new Bilingual(row.text(6), row.textOrNull(7)),
                row.text(8),
                row.date(9),
                row.date(10),
                standing(TrainingStatus.valueOf(row.text(11))),
                row.flag(12),
                "/desk/trainings/" + row.id(0),
                row.id(13),
                row.instant(14));
    }

    private static Standing standing(TrainingStatus status) {
        return switch (status) {
            case DRAFT -> Standing.TENTATIVE;
            case CANCELLED -> Standing.CANCELLED;
            case PUBLISHED, HELD -> Standing.CONFIRMED;
        };
    }
}

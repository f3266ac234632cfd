package org.aeoreach.campaign.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.coverage.Coverages;
import org.aeoreach.campaign.coverage.UnitPlace;
import org.aeoreach.enterprise.segment.Segments;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** Reads where enterprises in scope were not contacted for long, as of the last computation. */
@ApplicationScoped
public class Silences {

    private static final int STEP = 5;
    private static final int DISTRICT = 10;

    private static final String SUMS =
            " sum(s.enterprises), coalesce(sum(s.enterprises) filter (where s.month < ?4), 0),"
                    + " max(s.last_on) from campaign_silence s where s.campaign_id = ?1 and ";
    private static final String UNITS = "select left(s.org_path, ?5)," + SUMS
            + "s.kind = 'UNIT' and s.org_path >= ?2 and s.org_path < ?3 group by 1";
    private static final String SEGMENTS = "select s.audience, s.size_class, s.sector," + SUMS
            + "s.kind = 'SEGMENT' and s.org_path = ?2 and s.org_path < ?3 group by 1, 2, 3";
    // A house is small enough to be added up while somebody waits.
    private static final String OF_HOUSE = "select m.audience, coalesce(m.size_class, ''), coalesce(m.sector, ''),"
            + " count(*), count(*) filter (where s.contact_on is null or to_char(s.contact_on, 'YYYY-MM') < ?4),"
            + " max(s.contact_on) from campaign_course s join campaign_member m on m.enterprise_id = s.enterprise_id"
            + " and m.campaign_id = s.campaign_id where s.campaign_id = ?1 and s.house_path >= ?2 and s.house_path < ?3"
            + " group by 1, 2, 3";
    private static final String OF_SEGMENT = "select left(s.house_path, ?), count(*), count(*) filter (where"
            + " s.contact_on is null or s.contact_on < ?), max(s.contact_on) from campaign_course s join enterprise e"
            + " on e.id = s.enterprise_id where s.campaign_id = ? and s.house_path >= ? and s.house_path < ? and (";
    private static final String COMPUTED =
            "select max(f.computed_at) from campaign_funnel f where f.campaign_id = ? and f.org_path = ?";
    private static final Comparator<Silence.Area> ORDER = Comparator.comparing((Silence.Area area) -> !area.wholly())
            .thenComparing(area -> -area.percent())
            .thenComparing(area -> -area.silent())
            .thenComparing(
                    area -> area.unit() == null ? area.audience() : area.unit().code())
            .thenComparing(area -> area.sector() + area.size());

    @Inject
    private Campaigns campaigns;

    @Inject
    private Coverages coverages;

    @Inject
    private Segments segments;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /**
     * @param code of the unit, or null for the viewer's own
     * @param months whole calendar months without a contact, besides the present one as far as it goes
     * @param segment a saved one to which units are narrowed, or 0 for everybody in scope
     * @throws Problem 404 for a campaign or a segment the viewer does not see or a unit outside his range
     */
    @Transactional
    public Silence of(long campaign, @Nullable String code, int months, Silence.By by, long segment) {
        campaigns.get(campaign);
        UnitPlace unit = coverages.unit(code);
        LocalDate since = Time.today(clock).minusMonths(months).withDayOfMonth(1);
        Instant at = Rows.list(bound.query(COMPUTED, campaign, unit.orgPath()), row -> row.instantOrNull(0))
                .get(0);
        List<Silence.Area> areas;
        if (segment > 0) {
            areas = ofSegment(campaign, unit, since, segment);
        } else {
            areas = by == Silence.By.UNIT ? units(campaign, unit, since) : segments(campaign, unit, since);
        }
        Silence.By told = segment > 0 ? Silence.By.UNIT : by;
        return new Silence(
                months, told, segment, since, at, areas.stream().sorted(ORDER).toList());
    }

    private static String month(LocalDate since) {
        return since.toString().substring(0, 7);
    }

    private List<Silence.Area> units(long campaign, UnitPlace unit, LocalDate since) {
        int length = unit.orgPath().length() + STEP;
        return places(unit, bound.query(UNITS, campaign, unit.orgPath(), unit.end(), month(since), length));
    }

    private List<Silence.Area> ofSegment(long campaign, UnitPlace unit, LocalDate since, long segment) {
        Fragment condition = segments.fragment(segment);
        List<Object> values =
                new ArrayList<>(List.of(unit.orgPath().length() + STEP, since, campaign, unit.orgPath(), unit.end()));
        values.addAll(condition.values());
        return places(unit, bound.query(OF_SEGMENT + condition.sql() + ") group by 1", values.toArray()));
    }

    private List<Silence.Area> places(UnitPlace unit, Query query) {
        Map<String, UnitPlace> parts =
                coverages.parts(unit).stream().collect(Collectors.toMap(UnitPlace::orgPath, Function.identity()));
        parts.put(unit.orgPath(), unit);
        return Rows.list(
                query,
                row -> new Silence.Area(
                        parts.get(row.text(0)),
                        row.text(0).equals(unit.orgPath()),
                        "",
                        "",
                        "",
                        row.id(1),
                        row.id(2),
                        row.dateOrNull(3)));
    }

    private List<Silence.Area> segments(long campaign, UnitPlace unit, LocalDate since) {
        String sql = unit.orgPath().length() > DISTRICT ? OF_HOUSE : SEGMENTS;
        return Rows.list(
                bound.query(sql, campaign, unit.orgPath(), unit.end(), month(since)),
                row -> new Silence.Area(
                        null,
                        false,
                        row.text(0),
                        known(row.text(1)),
                        known(row.text(2)),
                        row.id(3),
                        row.id(4),
                        row.dateOrNull(5)));
    }

    private static String known(String value) {
        return value.isEmpty() ? "NONE" : value;
    }
}

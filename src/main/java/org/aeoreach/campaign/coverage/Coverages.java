package org.aeoreach.campaign.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.counting.Dimension;
import org.aeoreach.campaign.counting.Figure;
import org.aeoreach.campaign.counting.Figures;
import org.aeoreach.campaign.counting.State;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a campaign, for the viewer's unit or one below it. */
@ApplicationScoped
public class Coverages {

    private static final String UNIT = "select u.code, n.zh, n.en, u.org_path from unit u"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null";
    private static final String CHILDREN = UNIT + " where u.org_path > ?1 and u.org_path < ?2"
            + " and split_part(substr(u.org_path, length(?1) + 1), '.', 2) = ''";
    private static final String TARGETS = "select split_part(substr(a.org_path, length(?2) + 1), '.', 1), sum(a.target)"
            + " from campaign_assignment a where a.campaign_id = ?1 and a.org_path >= ?2 and a.org_path < ?3"
            + " and a.status in ('PUSHED', 'STARTED', 'DONE') group by 1";
    private static final String OFFICERS = "select cast(a.id as text), a.name_zh, a.name_en from account a"
            + " where a.id = any (cast(string_to_array(?1, ',') as bigint[]))";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Figures figures;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    private record Name(String zh, @Nullable String en) {}

    /**
     * @param code of the unit, or null for the viewer's own
     * @throws Problem 404 for a campaign the viewer does not see or a unit outside his range
     */
    @Transactional
    public CoverageView view(long campaign, @Nullable String code, By by) {
        CampaignHead head = CampaignHead.of(campaigns.get(campaign));
        UnitPlace unit = unit(code);
        List<Figure> all = figures.of(campaign, Dimension.ALL, unit.orgPath());
        return new CoverageView(
                head,
                unit,
                above(unit),
                by,
                Tally.of(all),
                expected(head, all),
                rows(head, unit, by),
                rows(head, unit, By.APART),
                Time.today(clock));
    }

    /** @throws Problem 404 for a unit outside the viewer's range */
    @Transactional
    public UnitPlace unit(@Nullable String code) {
        Viewer me = viewer.require();
        String where = code == null || code.isEmpty()
                ? " where u.id = ?1"
                : " where u.code = ?1 order by u.closed_on nulls first limit 1";
        UnitPlace unit = Rows.one(
                        bound.query(UNIT + where, code == null || code.isEmpty() ? (Object) me.unitId() : code),
                        Coverages::place)
                .orElseThrow(Problem::notFound);
        if (!me.covers(unit.orgPath())) {
            throw Problem.notFound();
        }
        return unit;
    }

    /** Units from the viewer's own down to the one above this. */
    @Transactional
    public List<UnitPlace> above(UnitPlace unit) {
        return Rows.list(
                bound.query(
                        UNIT + " where starts_with(?1, u.org_path) and u.org_path <> ?1 and u.org_path >= ?2"
                                + " order by u.org_path",
                        unit.orgPath(),
                        viewer.require().lo()),
                Coverages::place);
    }

    private static UnitPlace place(Rows.Row row) {
        return new UnitPlace(row.text(0), row.text(1), row.textOrNull(2), row.text(3));
    }

    /** The rows of one breakdown, in a useful order: units by code, weeks by time, the others largest first. */
    @Transactional
    public List<CoverageRow> rows(CampaignHead head, UnitPlace unit, By by) {
        Map<String, List<Figure>> groups = new LinkedHashMap<>();
        for (Figure figure : read(head.id(), unit, by)) {
            groups.computeIfAbsent(key(by, unit, figure), value -> new ArrayList<>())
                    .add(figure);
        }
        Map<String, Name> names = names(by, unit, groups.keySet());
        Map<String, Long> targets = by == By.UNIT ? targets(head.id(), unit) : Map.of();
        List<CoverageRow> rows = new ArrayList<>();
        groups.forEach((value, found) -> {
            boolean self = by == By.UNIT && value.isEmpty();
            Name name = self ? new Name(unit.zh(), unit.en()) : names.get(value);
            rows.add(new CoverageRow(
                    self ? unit.code() : value,
                    name == null ? null : name.zh(),
                    name == null ? null : name.en(),
                    self,
                    Tally.of(found),
                    expected(head, found),
                    targets.get(value)));
        });
        rows.sort(order(by));
        return rows;
    }

    private static Comparator<CoverageRow> order(By by) {
        Comparator<CoverageRow> byKey = Comparator.comparing(CoverageRow::key);
        return by == By.UNIT || by == By.WEEK
                ? byKey
                : Comparator.<CoverageRow>comparingLong(row -> -row.figures().inScope())
                        .thenComparing(byKey);
    }

    private List<Figure> read(long campaign, UnitPlace unit, By by) {
        return by == By.UNIT
                ? figures.below(campaign, by.dimension(), unit.orgPath())
                : figures.of(campaign, by.dimension(), unit.orgPath());
    }

    /** The value a figure stands under; of a unit below its code, of the unit itself an empty text. */
    private static String key(By by, UnitPlace unit, Figure figure) {
        return switch (by) {
            case UNIT -> figure.unitPath().substring(unit.orgPath().length()).replace(".", "");
            case AUDIENCE -> figure.audience();
            default -> figure.value();
        };
    }

    private static long expected(CampaignHead head, List<Figure> found) {
        Map<String, Long> audiences = new LinkedHashMap<>();
        found.forEach(each -> audiences.merge(each.audience(), each.enterprises(), Long::sum));
        return audiences.entrySet().stream()
                .mapToLong(each -> head.expected(each.getKey(), each.getValue()))
                .sum();
    }

    /** Units directly below, whether they have enterprises in scope or not. */
    @Transactional
    public List<UnitPlace> parts(UnitPlace unit) {
        return Rows.list(bound.query(CHILDREN, unit.orgPath(), unit.end()), Coverages::place);
    }

    private Map<String, Name> names(By by, UnitPlace unit, Set<String> values) {
        Map<String, Name> names = new LinkedHashMap<>();
        if (by == By.UNIT) {
            parts(unit).forEach(each -> names.put(each.code(), new Name(each.zh(), each.en())));
        } else if (by == By.OFFICER) {
            List<String> ids =
                    values.stream().filter(id -> id.matches("[0-9]+")).toList();
            Rows.list(
                    bound.query(OFFICERS, ids),
                    row -> names.put(row.text(0), new Name(row.text(1), row.textOrNull(2))));
        }
        return names;
    }

    private Map<String, Long> targets(long campaign, UnitPlace unit) {
        Map<String, Long> targets = new LinkedHashMap<>();
        Rows.list(
                bound.query(TARGETS, campaign, unit.orgPath(), unit.end()), row -> targets.put(row.text(0), row.id(1)));
        return targets;
    }

    /** What was reached by each channel, for each part of the unit and audience: by part, then audience, then channel. */
    @Transactional
    public List<Heat> heat(long campaign, @Nullable String code) {
        UnitPlace unit = unit(code);
        return figures.below(campaign, Dimension.CHANNEL, unit.orgPath()).stream()
                .filter(figure -> figure.state() == State.REACHED)
                .map(figure ->
                        new Heat(key(By.UNIT, unit, figure), figure.audience(), figure.value(), figure.enterprises()))
                .toList();
    }

    /** Enterprises of one part and audience that were first reached by a channel. */
    public record Heat(String part, String audience, String channel, long enterprises) {}
}

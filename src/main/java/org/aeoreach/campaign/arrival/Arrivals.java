package org.aeoreach.campaign.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aeoreach.campaign.coverage.Coverages;
import org.aeoreach.campaign.coverage.UnitPlace;
import org.aeoreach.library.editing.DocumentChoices;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Reads how far documents have come, from the figures of the campaigns that promote them. */
@ApplicationScoped
public class Arrivals {

    // Codes have four digits and a dot; what is registered with the unit itself stays with it.
    private static final int STEP = 5;

    private static final String CAMPAIGNS =
            "select d.code, c.id, c.title_zh, c.title_en, c.status, c.starts_on, c.ends_on"
                    + " from campaign c join campaign_document x on x.campaign_id = c.id join document d on d.id = x.document_id"
                    + " where c.frozen_at is not null and (?1 and c.status = 'RUNNING' or not ?1 and c.status in"
                    + " ('RUNNING', 'ENDED') and c.starts_on <= ?3 and c.ends_on >= ?2) and (?4 = '' or d.code = ?4)"
                    + " order by d.code, c.id desc";
    private static final String FIGURES = "select f.campaign_id, left(f.house_path, ?4), sum(f.enterprises),"
            + " coalesce(sum(f.enterprises) filter (where f.state = 'REACHED'), 0) from campaign_figure f"
            + " where f.campaign_id = any (cast(string_to_array(?1, ',') as bigint[])) and f.dimension = 'ALL'"
            + " and f.house_path >= ?2 and f.house_path < ?3 group by 1, 2 having sum(f.enterprises) > 0 order by 2, 1";
    private static final Comparator<Share> LEAST =
            Comparator.comparingLong(Share::percent).thenComparingLong(share -> -share.notReached());

    @Inject
    private Coverages coverages;

    @Inject
    private DocumentChoices documents;

    @Inject
    private Bound bound;

    private record Promoting(
            String document,
            long id,
            String titleZh,
            @Nullable String titleEn,
            String status,
            LocalDate startsOn,
            LocalDate endsOn) {

        Arrival.Promotion with(Share share) {
            return new Arrival.Promotion(id, titleZh, titleEn, status, startsOn, endsOn, share);
        }
    }

    private record Sum(long campaign, String path, Share share) {}

    /**
     * @param code of the unit, or null for the viewer's own
     * @param document code of one document, or empty for all that are promoted
     * @throws Problem 404 for a unit outside the viewer's range
     */
    @Transactional
    public ArrivalView of(@Nullable String code, Period period, String document) {
        UnitPlace unit = coverages.unit(code);
        List<Promoting> campaigns = Rows.list(
                bound.query(CAMPAIGNS, period.running(), period.first(), period.last(), document), Arrivals::promoting);
        List<Sum> sums = Rows.list(
                bound.query(
                        FIGURES,
                        campaigns.stream().map(Promoting::id).distinct().toList(),
                        unit.orgPath(),
                        unit.end(),
                        unit.orgPath().length() + STEP),
                row -> new Sum(row.id(0), row.text(1), new Share(row.id(2), row.id(3))));
        return new ArrivalView(unit, coverages.above(unit), period, arrivals(unit, campaigns, sums));
    }

    /**
     * Title of a document, in the reader's language.
     *
     * @throws Problem 404 for none he may read
     */
    @Transactional
    public String title(String code) {
        String title = documents.titles(List.of(code)).get(code);
        if (title == null) {
            throw Problem.notFound();
        }
        return title;
    }

    private static Promoting promoting(Rows.Row row) {
        return new Promoting(
                row.text(0), row.id(1), row.text(2), row.textOrNull(3), row.text(4), row.date(5), row.date(6));
    }

    private List<Arrival> arrivals(UnitPlace unit, List<Promoting> campaigns, List<Sum> sums) {
        Map<String, List<Promoting>> promoted = new LinkedHashMap<>();
        campaigns.forEach(each -> promoted.computeIfAbsent(each.document(), code -> new ArrayList<>())
                .add(each));
        Map<String, String> titles = documents.titles(List.copyOf(promoted.keySet()));
        Map<String, UnitPlace> places = new TreeMap<>();
        coverages.parts(unit).forEach(part -> places.put(part.orgPath(), part));
        places.put(unit.orgPath(), unit);
        return promoted.entrySet().stream()
                .map(each -> arrival(
                        each.getKey(),
                        titles.getOrDefault(each.getKey(), each.getKey()),
                        each.getValue(),
                        cells(unit, places, each.getValue(), sums)))
                .sorted(Comparator.comparing((Arrival each) -> each.total().inScope() == 0)
                        .thenComparing(Arrival::total, LEAST)
                        .thenComparing(Arrival::code))
                .toList();
    }

    private static Arrival arrival(String code, String title, List<Promoting> campaigns, List<Cell> cells) {
        return new Arrival(
                code,
                title,
                campaigns.stream()
                        .map(campaign -> campaign.with(cells.stream()
                                .map(cell -> cell.campaigns().getOrDefault(campaign.id(), Share.NONE))
                                .reduce(Share.NONE, Share::plus)))
                        .filter(campaign -> campaign.share().inScope() > 0)
                        .sorted(Comparator.comparing(Arrival.Promotion::share, LEAST))
                        .toList(),
                cells);
    }

    private static List<Cell> cells(
            UnitPlace unit, Map<String, UnitPlace> places, List<Promoting> campaigns, List<Sum> sums) {
        Map<String, Map<Long, Share>> by = new LinkedHashMap<>();
        sums.stream()
                .filter(sum -> campaigns.stream().anyMatch(campaign -> campaign.id() == sum.campaign()))
                .filter(sum -> places.containsKey(sum.path()))
                .forEach(sum -> by.computeIfAbsent(sum.path(), path -> new LinkedHashMap<>())
                        .put(sum.campaign(), sum.share()));
        return by.entrySet().stream()
                .map(each -> new Cell(
                        Objects.requireNonNull(places.get(each.getKey())),
                        each.getKey().equals(unit.orgPath()),
                        each.getValue()))
                .sorted(Comparator.comparing(Cell::total, LEAST))
                .toList();
    }
}

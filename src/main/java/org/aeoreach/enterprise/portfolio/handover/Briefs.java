package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.portfolio.MissingFields;
import org.aeoreach.enterprise.portfolio.OpenWork;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Writes what the new coordinator of an enterprise should know, as it stands now. */
@ApplicationScoped
class Briefs {

    private static final String FACTS = "select e.id, e.journey_since, s.zh, s.en, e.tier, e.last_contact_on,"
            + " e.next_contact_due, " + MissingFields.SQL + ", m.zh, m.en";
    private static final String FROM = " from enterprise e join journey_step s on s.code = e.journey_step"
            + " cross join lateral (select string_agg(o.name_zh, '、' order by c.id) as zh,"
            + " string_agg(coalesce(nullif(o.name_en, ''), o.name_zh), ', ' order by c.id) as en"
            + " from coordination c cross join lateral officer_facts(c.account_id, c.org_path, china_day()) o"
            + " where c.enterprise_id = e.id and c.part = 'MEMBER' and c.valid_to is null) m"
            + " where e.id = any (cast(string_to_array(?, ',') as bigint[]))";

    /** The column of the first count of open work. */
    private static final int WORK = 10;

    @Inject
    private Bound bound;

    @Inject
    @Any
    private Instance<BriefSource> sources;

    @Inject
    @Any
    private Instance<OpenWork> works;

    @Inject
    private Messages messages;

    /** The brief in both languages. */
    record Brief(String zh, String en) {

        private static Brief of(List<BriefSource.Line> lines) {
            return new Brief(text(lines, Language.ZH), text(lines, Language.EN));
        }

        private static String text(List<BriefSource.Line> lines, Language language) {
            return lines.stream().map(line -> line.in(language)).collect(Collectors.joining("\n"));
        }
    }

    /** One of each. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Brief> of(Collection<Long> enterprises) {
        List<OpenWork> work = works.stream().toList();
        String counts = work.stream().map(each -> ", " + each.count()).collect(Collectors.joining());
        Map<Long, List<BriefSource.Line>> lines = new HashMap<>();
        for (Rows.Row row : Rows.list(bound.query(FACTS + counts + FROM, enterprises), row -> row)) {
            List<BriefSource.Line> told = facts(row);
            for (int i = 0; i < work.size(); i++) {
                told.addAll(open(work.get(i), row.id(WORK + i)));
            }
            lines.put(row.id(0), told);
        }
        for (BriefSource source : sources) {
            source.lines(enterprises).forEach((id, more) -> lines.computeIfAbsent(id, other -> new ArrayList<>())
                    .addAll(more));
        }
        Map<Long, Brief> briefs = new HashMap<>();
        lines.forEach((id, told) -> briefs.put(id, Brief.of(told)));
        return briefs;
    }

    private List<BriefSource.Line> open(OpenWork work, long open) {
        return open == 0
                ? List.of()
                : List.of(language ->
                        messages.text(language, "portfolio.brief.open", messages.text(language, work.header()), open));
    }

    private List<BriefSource.Line> facts(Rows.Row row) {
        List<BriefSource.Line> lines = new ArrayList<>();
        lines.add(language -> step(row, language));
        if (row.textOrNull(4) != null) {
            lines.add(language -> messages.text(language, "portfolio.tier." + row.text(4)));
        }
        lines.add(language -> day(row.dateOrNull(5), "portfolio.brief.last", "portfolio.brief.never", language));
        if (row.dateOrNull(6) != null) {
            lines.add(language -> day(row.date(6), "portfolio.brief.next", "", language));
        }
        if (row.textOrNull(8) != null) {
            Bilingual team = new Bilingual(row.text(8), row.text(9));
            lines.add(language -> messages.text(language, "portfolio.brief.team", team));
        }
        if (!row.text(7).isEmpty()) {
            lines.add(language -> messages.text(language, "portfolio.brief.missing", missing(row.text(7), language)));
        }
        return lines;
    }

    private String step(Rows.Row row, Language language) {
        String step = language.pick(row.text(2), row.textOrNull(3));
        LocalDate since = row.dateOrNull(1);
        return since == null
                ? messages.text(language, "portfolio.brief.step", step)
                : messages.text(language, "portfolio.brief.step-since", step, EnterpriseMail.day(since, language));
    }

    private String day(@Nullable LocalDate day, String key, String without, Language language) {
        return day == null
                ? messages.text(language, without)
                : messages.text(language, key, EnterpriseMail.day(day, language));
    }

    private String missing(String keys, Language language) {
        return MissingFields.words(
                keys, key -> messages.text(language, key), messages.text(language, "enterprise.list-separator"));
    }
}

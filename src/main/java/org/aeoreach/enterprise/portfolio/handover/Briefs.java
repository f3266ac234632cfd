package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.portfolio.MissingFields;
import org.aeoreach.enterprise.portfolio.OpenWork;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;

/** Writes what the new coordinator of an enterprise should know, as it stands now. */
@ApplicationScoped
class Briefs {

    private static final String FACTS = "select e.journey_since, s.zh, s.en, e.tier, e.last_contact_on,"
            + " e.next_contact_due, " + MissingFields.SQL + ", (select string_agg(o.name_zh, '、' order by c.id)"
            + " from coordination c cross join lateral officer_facts(c.account_id, c.org_path, china_day()) o"
            + " where c.enterprise_id = e.id and c.part = 'MEMBER' and c.valid_to is null)"
            + " from enterprise e join journey_step s on s.code = e.journey_step where e.id = ?";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    @Any
    private Instance<BriefSource> sources;

    @Inject
    @Any
    private Instance<OpenWork> work;

    @Inject
    private Messages messages;

    /** The brief in both languages. */
    record Brief(String zh, String en) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public Brief of(long enterprise) {
        return new Brief(text(enterprise, Language.ZH), text(enterprise, Language.EN));
    }

    private String text(long enterprise, Language language) {
        List<String> lines = new ArrayList<>(
                Rows.one(em.createNativeQuery(FACTS).setParameter(1, enterprise), row -> facts(row, language))
                        .orElse(List.of()));
        for (OpenWork each : work) {
            long open = ((Number) em.createNativeQuery("select " + each.count() + " from enterprise e where e.id = ?")
                            .setParameter(1, enterprise)
                            .getSingleResult())
                    .longValue();
            if (open > 0) {
                lines.add(say(language, "portfolio.brief.open", messages.text(language, each.header()), open));
            }
        }
        sources.forEach(source -> lines.addAll(source.lines(enterprise, language)));
        return String.join("\n", lines);
    }

    private List<String> facts(Rows.Row row, Language language) {
        List<String> lines = new ArrayList<>();
        String step = language.pick(row.text(1), row.textOrNull(2));
        lines.add(
                row.dateOrNull(0) == null
                        ? say(language, "portfolio.brief.step", step)
                        : say(language, "portfolio.brief.step-since", step, day(row.date(0), language)));
        if (row.textOrNull(3) != null) {
            lines.add(messages.text(language, "portfolio.tier." + row.text(3)));
        }
        lines.add(
                row.dateOrNull(4) == null
                        ? messages.text(language, "portfolio.brief.never")
                        : say(language, "portfolio.brief.last", day(row.date(4), language)));
        if (row.dateOrNull(5) != null) {
            lines.add(say(language, "portfolio.brief.next", day(row.date(5), language)));
        }
        if (row.textOrNull(7) != null) {
            lines.add(say(language, "portfolio.brief.team", row.text(7)));
        }
        String missing = MissingFields.words(
                row.text(6), key -> messages.text(language, key), messages.text(language, "enterprise.list-separator"));
        if (!missing.isEmpty()) {
            lines.add(say(language, "portfolio.brief.missing", missing));
        }
        return lines;
    }

    private String say(Language language, String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    private static String day(LocalDate day, Language language) {
        return EnterpriseMail.day(day, language);
    }
}

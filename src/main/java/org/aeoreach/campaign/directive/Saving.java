package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.campaign.AudienceRule;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.enterprise.segment.ConditionSql;
import org.aeoreach.enterprise.segment.ConditionText;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Checks and writes what a campaign says, for drafts and for amendments in force. */
@ApplicationScoped
public class Saving {

    private static final String CONTENT =
            "update campaign set title_zh = ?, title_en = cast(? as text), purpose_zh = ?,"
                    + " purpose_en = cast(? as text), starts_on = ?, ends_on = ?, acknowledge_by = cast(? as date),"
                    + " plan_by = cast(? as date), reports_on = cast(string_to_array(?, ',') as date[]), sister_sums = ?"
                    + " where id = ?";

    private Bound bound;
    private ConditionSql conditions;

    @SuppressWarnings("NullAway.Init")
    Saving() {}

    @Inject
    Saving(Bound bound, ConditionSql conditions) {
        this.bound = bound;
        this.conditions = conditions;
    }

    /** @throws Problem 400 with each field that does not fit the others */
    @Transactional
    public void check(CampaignContent content) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        if (content.endsOn().isBefore(content.startsOn())) {
            wrong.add(new Problem.FieldError("endsOn", "campaign.invalid.ends-before"));
        }
        within(wrong, "acknowledgeBy", content.acknowledgeBy(), content);
        within(wrong, "planBy", content.planBy(), content);
        if (content.acknowledgeBy() != null
                && content.planBy() != null
                && content.planBy().isBefore(content.acknowledgeBy())) {
            wrong.add(new Problem.FieldError("planBy", "campaign.invalid.plan-before"));
        }
        content.reportsOn().stream()
                .filter(day -> day.isBefore(content.startsOn()))
                .findFirst()
                .ifPresent(day -> wrong.add(new Problem.FieldError("reportsOn", "campaign.invalid.report-before")));
        audiences(wrong, content);
        content.documents().stream()
                .filter(code -> document(code) == 0)
                .findFirst()
                .ifPresent(code -> wrong.add(new Problem.FieldError("documents", "campaign.invalid.document", code)));
        if (!wrong.isEmpty()) {
            throw new Problem(400, "web.problem.validation", wrong);
        }
    }

    private static void within(
            List<Problem.FieldError> wrong, String field, @Nullable LocalDate day, CampaignContent content) {
        if (day != null && day.isAfter(content.endsOn())) {
            wrong.add(new Problem.FieldError(field, "campaign.invalid.after-end"));
        }
    }

    private static void audiences(List<Problem.FieldError> wrong, CampaignContent content) {
        Set<Object> seen = new HashSet<>();
        boolean twice = content.audiences().stream().anyMatch(rule -> !seen.add(rule.audience()));
        if (twice || content.audiences().isEmpty()) {
            wrong.add(new Problem.FieldError("audiences", "campaign.invalid.audiences"));
        }
    }

    private long document(String code) {
        return Rows.one(bound.query("select id from document where code = ?", code), row -> row.id(0))
                .orElse(0L);
    }

    /** The condition read and written again, so that only what was understood is kept. */
    public @Nullable String checked(@Nullable String condition) {
        if (condition == null || condition.isBlank()) {
            return null;
        }
        var read = ConditionText.given(condition);
        conditions.of(read);
        return ConditionText.write(read);
    }

    /** Writes all of it over what is there. */
    @Transactional
    public void write(long id, CampaignContent content) {
        bound.query(
                        CONTENT,
                        content.titleZh(),
                        content.titleEn(),
                        content.purposeZh(),
                        content.purposeEn(),
                        content.startsOn(),
                        content.endsOn(),
                        content.acknowledgeBy(),
                        content.planBy(),
                        content.reportsOn(),
                        content.sisterSums(),
                        id)
                .executeUpdate();
        bound.query("delete from campaign_audience where campaign_id = ?", id).executeUpdate();
        content.audiences().forEach(rule -> audience(id, rule));
        bound.query("delete from campaign_document where campaign_id = ?", id).executeUpdate();
        int position = 0;
        for (String code : content.documents()) {
            bound.query(
                            "insert into campaign_document (campaign_id, position, document_id) values (?, ?, ?)",
                            id,
                            position++,
                            document(code))
                    .executeUpdate();
        }
    }

    private void audience(long id, AudienceRule rule) {
        bound.query(
                        "insert into campaign_audience (campaign_id, audience, text_zh, text_en, expected, least_strength,"
                                + " channels) values (?, ?, ?, cast(? as text), ?, ?, string_to_array(?, ','))",
                        id,
                        rule.audience(),
                        rule.textZh(),
                        rule.textEn(),
                        rule.expected(),
                        rule.leastStrength(),
                        rule.channels())
                .executeUpdate();
    }
}

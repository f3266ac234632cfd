package org.aeoreach.campaign.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aeoreach.campaign.AudienceRule;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.campaign.Difference;
import org.aeoreach.outreach.Channel;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/** What two editions of a campaign say differently, field by field. */
final class Differences {

    private final Page page;
    private final Map<String, String> titles;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Page page, Map<String, String> titles) {
        this.page = page;
        this.titles = titles;
    }

    /** @param titles of documents by their codes */
    static List<Difference> of(CampaignContent before, CampaignContent after, Page page, Map<String, String> titles) {
        Differences differences = new Differences(page, titles);
        differences.texts(before, after);
        differences.days(before, after);
        after.audiences().forEach(rule -> before.rule(rule.audience()).ifPresent(old -> differences.rule(old, rule)));
        return differences.found;
    }

    private void texts(CampaignContent before, CampaignContent after) {
        add(field("titleZh"), before.titleZh(), after.titleZh(), false);
        add(field("titleEn"), before.titleEn(), after.titleEn(), false);
        add(field("purposeZh"), before.purposeZh(), after.purposeZh(), false);
        add(field("purposeEn"), before.purposeEn(), after.purposeEn(), false);
        add(field("documents"), documents(before), documents(after), false);
        add(field("sisterSums"), yes(before.sisterSums()), yes(after.sisterSums()), false);
    }

    private void days(CampaignContent before, CampaignContent after) {
        add(field("startsOn"), page.on(before.startsOn()), page.on(after.startsOn()), false);
        add(field("endsOn"), page.on(before.endsOn()), page.on(after.endsOn()), false);
        add(field("acknowledgeBy"), page.on(before.acknowledgeBy()), page.on(after.acknowledgeBy()), false);
        add(field("planBy"), page.on(before.planBy()), page.on(after.planBy()), false);
        add(field("reportsOn"), reports(before), reports(after), false);
    }

    private void rule(AudienceRule before, AudienceRule after) {
        add(of(after, "expected"), percent(before), percent(after), true);
        add(of(after, "strength"), strength(before), strength(after), false);
        add(of(after, "channels"), channels(before), channels(after), false);
        add(of(after, "textZh"), before.textZh(), after.textZh(), false);
        add(of(after, "textEn"), before.textEn(), after.textEn(), false);
    }

    private String percent(AudienceRule rule) {
        return page.t("campaign.percent", rule.expected());
    }

    private void add(String label, @Nullable String before, @Nullable String after, boolean target) {
        String was = Objects.requireNonNullElse(before, "");
        String is = Objects.requireNonNullElse(after, "");
        if (!was.equals(is)) {
            found.add(new Difference(label, was, is, target));
        }
    }

    private String field(String name) {
        return page.t("campaign.field." + name);
    }

    private String of(AudienceRule rule, String part) {
        return page.t("campaign.of", page.t("campaign.part." + part), page.t("campaign.audience." + rule.audience()));
    }

    private String yes(boolean value) {
        return page.t(value ? "campaign.yes" : "campaign.no");
    }

    private String reports(CampaignContent content) {
        return content.reportsOn().stream().map(page::on).collect(Collectors.joining("; "));
    }

    private String documents(CampaignContent content) {
        return content.documents().stream()
                .map(code -> titles.getOrDefault(code, code))
                .collect(Collectors.joining("; "));
    }

    private String strength(AudienceRule rule) {
        return page.t("outreach.strength." + rule.leastStrength());
    }

    private String channels(AudienceRule rule) {
        return rule.channels().isEmpty()
                ? page.t("campaign.any-channel")
                : rule.channels().stream()
                        .sorted()
                        .map(Channel::name)
                        .map(name -> page.t("outreach.channel." + name))
                        .collect(Collectors.joining("; "));
    }
}

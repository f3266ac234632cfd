package org.aeoreach.campaign.directive;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.campaign.Audience;
import org.aeoreach.campaign.AudienceRule;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.library.editing.Writing;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Strength;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign says, field by field as a page has it; see {@link CampaignContent}. The last three, whom it is about,
 * cannot be amended and are asked for in drafts alone.
 *
 * @param target {@code ALL} for every enterprise, {@code KEEP} for what the campaign says already, or the number of a
 *     segment whose conditions are taken over
 * @param districts codes of the districts it is issued to
 * @param everyDistrict whether it is issued to all of them
 */
public record ContentForm(
        @NotBlank @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @NotBlank @Size(max = 4000) String purposeZh,
        @Nullable @Size(max = 8000) String purposeEn,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @Nullable LocalDate acknowledgeBy,
        @Nullable LocalDate planBy,
        @Size(max = 12) List<LocalDate> reportsOn,
        boolean sisterSums,
        @NotEmpty Set<Audience> audiences,
        @Nullable @Size(max = 4000) String allTextZh,
        @Nullable @Size(max = 8000) String allTextEn,
        @Nullable @Min(0) @Max(100) Integer allExpected,
        @Nullable Strength allStrength,
        List<Channel> allChannels,
        @Nullable @Size(max = 4000) String prospectiveTextZh,
        @Nullable @Size(max = 8000) String prospectiveTextEn,
        @Nullable @Min(0) @Max(100) Integer prospectiveExpected,
        @Nullable Strength prospectiveStrength,
        List<Channel> prospectiveChannels,
        @Nullable @Size(max = 4000) String aeoTextZh,
        @Nullable @Size(max = 8000) String aeoTextEn,
        @Nullable @Min(0) @Max(100) Integer aeoExpected,
        @Nullable Strength aeoStrength,
        List<Channel> aeoChannels,
        @Nullable @Size(max = 2000) String documents,
        @Nullable @Size(max = 20) String target,
        boolean everyDistrict,
        @Size(max = 60) List<String> districts) {

    private record Typed(
            @Nullable String textZh,
            @Nullable String textEn,
            @Nullable Integer expected,
            @Nullable Strength strength,
            List<Channel> channels) {}

    private Typed typed(Audience audience) {
        return switch (audience) {
            case ALL -> new Typed(allTextZh, allTextEn, allExpected, allStrength, allChannels);
            case PROSPECTIVE ->
                new Typed(
                        prospectiveTextZh,
                        prospectiveTextEn,
                        prospectiveExpected,
                        prospectiveStrength,
                        prospectiveChannels);
            case AEO -> new Typed(aeoTextZh, aeoTextEn, aeoExpected, aeoStrength, aeoChannels);
        };
    }

    /** @throws Problem 400 with each field that an audience chosen lacks */
    public CampaignContent content() {
        List<Problem.FieldError> missing = new ArrayList<>();
        for (Audience audience : audiences) {
            Typed typed = typed(audience);
            require(missing, audience, "TextZh", typed.textZh());
            require(missing, audience, "Expected", typed.expected());
            require(missing, audience, "Strength", typed.strength());
        }
        if (!missing.isEmpty()) {
            throw new Problem(400, "web.problem.validation", missing);
        }
        return new CampaignContent(
                titleZh,
                titleEn,
                purposeZh,
                purposeEn,
                startsOn,
                endsOn,
                acknowledgeBy,
                planBy,
                reportsOn.stream().sorted().distinct().toList(),
                sisterSums,
                audiences.stream().sorted().map(this::rule).toList(),
                Writing.codes(documents));
    }

    private static void require(
            List<Problem.FieldError> missing, Audience audience, String part, @Nullable Object value) {
        if (value == null) {
            missing.add(new Problem.FieldError(field(audience, part), "web.invalid.NotNull"));
        }
    }

    /** The name of a field that is there once for each audience. */
    public static String field(Audience audience, String part) {
        return audience.name().toLowerCase(Locale.ROOT) + part;
    }

    private AudienceRule rule(Audience audience) {
        Typed typed = typed(audience);
        return new AudienceRule(
                audience,
                Objects.requireNonNull(typed.textZh()),
                typed.textEn(),
                Objects.requireNonNull(typed.expected()),
                Objects.requireNonNull(typed.strength()),
                typed.channels().stream().distinct().toList());
    }

    /** The form filled with what a campaign says. */
    public static Form filled(Form form, CampaignContent content) {
        Form filled = form.with("titleZh", content.titleZh())
                .with("titleEn", content.titleEn())
                .with("purposeZh", content.purposeZh())
                .with("purposeEn", content.purposeEn())
                .with("startsOn", content.startsOn())
                .with("endsOn", content.endsOn())
                .with("acknowledgeBy", content.acknowledgeBy())
                .with("planBy", content.planBy())
                .with("reportsOn", content.reportsOn())
                .with("sisterSums", content.sisterSums() ? "true" : "")
                .with(
                        "audiences",
                        content.audiences().stream().map(AudienceRule::audience).toList())
                .with("documents", String.join("\n", content.documents()));
        for (AudienceRule rule : content.audiences()) {
            filled = filled.with(field(rule.audience(), "TextZh"), rule.textZh())
                    .with(field(rule.audience(), "TextEn"), rule.textEn())
                    .with(field(rule.audience(), "Expected"), rule.expected())
                    .with(field(rule.audience(), "Strength"), rule.leastStrength())
                    .with(field(rule.audience(), "Channels"), rule.channels());
        }
        return filled;
    }
}

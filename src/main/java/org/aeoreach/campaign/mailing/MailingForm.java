package org.aeoreach.campaign.mailing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.campaign.Audience;
import org.aeoreach.campaign.AudienceRule;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.directive.DirectiveForms;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A mailing field by field as its page has it; see {@link Mailing}. Texts of audiences not chosen are not kept.
 *
 * @param target as in a campaign's form: everybody, what it says already, or the number of a segment
 */
public record MailingForm(
        @NotBlank @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @Nullable @Size(max = 1000) String purpose,
        @NotBlank @Size(max = 20) String target,
        @Size(max = 200) List<String> units,
        @NotEmpty Set<MailingState> states,
        @Nullable LocalDate sendDay,
        @Nullable LocalTime sendTime,
        @NotEmpty Set<Audience> audiences,
        @Nullable @Size(max = 150) String allSubjectZh,
        @Nullable @Size(max = 4000) String allBodyZh,
        @Nullable @Size(max = 200) String allSubjectEn,
        @Nullable @Size(max = 8000) String allBodyEn,
        @Nullable @Size(max = 150) String prospectiveSubjectZh,
        @Nullable @Size(max = 4000) String prospectiveBodyZh,
        @Nullable @Size(max = 200) String prospectiveSubjectEn,
        @Nullable @Size(max = 8000) String prospectiveBodyEn,
        @Nullable @Size(max = 150) String aeoSubjectZh,
        @Nullable @Size(max = 4000) String aeoBodyZh,
        @Nullable @Size(max = 200) String aeoSubjectEn,
        @Nullable @Size(max = 8000) String aeoBodyEn) {

    private record Typed(
            @Nullable String subjectZh,
            @Nullable String bodyZh,
            @Nullable String subjectEn,
            @Nullable String bodyEn) {}

    /** The name of a field that is there once for each audience. */
    public static String field(Audience audience, String part) {
        return audience.name().toLowerCase(Locale.ROOT) + part;
    }

    private Typed typed(Audience audience) {
        return switch (audience) {
            case ALL -> new Typed(allSubjectZh, allBodyZh, allSubjectEn, allBodyEn);
            case PROSPECTIVE ->
                new Typed(prospectiveSubjectZh, prospectiveBodyZh, prospectiveSubjectEn, prospectiveBodyEn);
            case AEO -> new Typed(aeoSubjectZh, aeoBodyZh, aeoSubjectEn, aeoBodyEn);
        };
    }

    /** @throws Problem 400 with each field that an audience chosen lacks */
    public Mailing mailing(@Nullable String conditions) {
        List<Problem.FieldError> missing = new ArrayList<>();
        for (Audience audience : audiences) {
            require(missing, audience, "SubjectZh", typed(audience).subjectZh());
            require(missing, audience, "BodyZh", typed(audience).bodyZh());
        }
        if (!missing.isEmpty()) {
            throw new Problem(400, "web.problem.validation", missing);
        }
        return new Mailing(
                titleZh,
                titleEn,
                purpose,
                conditions,
                units,
                List.copyOf(states),
                sendDay,
                sendTime,
                audiences.stream().sorted().map(this::text).toList());
    }

    private static void require(
            List<Problem.FieldError> missing, Audience audience, String part, @Nullable String value) {
        if (value == null) {
            missing.add(new Problem.FieldError(field(audience, part), "mailing.invalid.text"));
        }
    }

    private MailingText text(Audience audience) {
        Typed typed = typed(audience);
        return new MailingText(
                audience,
                Objects.requireNonNull(typed.subjectZh()),
                Objects.requireNonNull(typed.bodyZh()),
                typed.subjectEn(),
                typed.bodyEn());
    }

    /** A new one with what the campaign says to each audience; one without words of its own has those for all. */
    static Form begun(CampaignView campaign) {
        Form form = Form.of(MailingForm.class)
                .with("titleZh", campaign.content().titleZh())
                .with("titleEn", campaign.content().titleEn())
                .with("target", DirectiveForms.EVERYBODY)
                .with("states", List.of(MailingState.UNTOUCHED));
        List<Audience> audiences = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            Optional<AudienceRule> rule = campaign.content().rule(audience).or(() -> campaign.content()
                    .rule(Audience.ALL));
            if (rule.isPresent()) {
                audiences.add(audience);
                String english = rule.get().textEn();
                form = form.with(
                                field(audience, "SubjectZh"),
                                cut(campaign.content().titleZh(), 150))
                        .with(field(audience, "BodyZh"), rule.get().textZh());
                String title = campaign.content().titleEn();
                if (english != null && title != null) {
                    form = form.with(field(audience, "SubjectEn"), cut(title, 200))
                            .with(field(audience, "BodyEn"), english);
                }
            }
        }
        return form.with("audiences", audiences);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** The form filled with what a mailing says. */
    static Form filled(MailingView mailing) {
        Form form = Form.of(MailingForm.class)
                .with("titleZh", mailing.titleZh())
                .with("titleEn", mailing.titleEn())
                .with("purpose", mailing.purpose())
                .with("target", mailing.conditions() == null ? DirectiveForms.EVERYBODY : DirectiveForms.KEEP)
                .with(
                        "units",
                        mailing.units().stream().map(MailingView.Unit::code).toList())
                .with("states", mailing.states())
                .with(
                        "audiences",
                        mailing.texts().stream().map(MailingText::audience).collect(Collectors.toList()));
        if (mailing.sendAt() != null) {
            var local = mailing.sendAt().atZone(Time.ZONE);
            form = form.with("sendDay", local.toLocalDate()).with("sendTime", local.toLocalTime());
        }
        for (MailingText text : mailing.texts()) {
            form = form.with(field(text.audience(), "SubjectZh"), text.subjectZh())
                    .with(field(text.audience(), "BodyZh"), text.bodyZh())
                    .with(field(text.audience(), "SubjectEn"), text.subjectEn())
                    .with(field(text.audience(), "BodyEn"), text.bodyEn());
        }
        return form.version(mailing.version());
    }
}

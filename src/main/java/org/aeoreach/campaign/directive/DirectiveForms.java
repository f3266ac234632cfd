package org.aeoreach.campaign.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aeoreach.campaign.Audience;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.enterprise.segment.Segments;
import org.aeoreach.library.editing.DocumentChoices;
import org.aeoreach.library.editing.Writing;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Strength;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** What a campaign's form offers to choose from, and what it says when it is sent. */
@ApplicationScoped
public class DirectiveForms {

    private static final int MOST_SEGMENTS = 200;
    /** Choice for the condition there is already. */
    public static final String KEEP = "KEEP";

    /** Choice for no condition. */
    public static final String EVERYBODY = "ALL";

    private Bound bound;
    private Segments segments;
    private DocumentChoices documents;

    @SuppressWarnings("NullAway.Init")
    DirectiveForms() {}

    @Inject
    DirectiveForms(Bound bound, Segments segments, DocumentChoices documents) {
        this.bound = bound;
        this.segments = segments;
        this.documents = documents;
    }

    /** With what there is to choose from in what a campaign says. */
    @Transactional
    public Form offering(Page page, Form form) {
        Form offered = form.options("audiences", Option.of(page, "campaign.audience.", Audience.values()))
                .options("sisterSums", List.of(new Option("true", page.t("campaign.yes"))));
        for (Audience audience : Audience.values()) {
            offered = offered.options(
                            ContentForm.field(audience, "Strength"),
                            Option.of(page, "outreach.strength.", Strength.values()))
                    .options(
                            ContentForm.field(audience, "Channels"),
                            Option.of(page, "outreach.channel.", Channel.values()));
        }
        return offered;
    }

    /** The same with whom it is about. @param kept whether it has conditions that can stay */
    @Transactional
    public Form offeringScope(Page page, Form form, boolean kept) {
        return offering(page, form).options("target", targets(page, kept)).options("districts", districts(page));
    }

    /** Whom something can be about. @param kept whether it has conditions that can stay */
    @Transactional
    public List<Option> targets(Page page, boolean kept) {
        List<Option> targets = new ArrayList<>();
        if (kept) {
            targets.add(new Option(KEEP, page.t("campaign.target.KEEP")));
        }
        targets.add(new Option(EVERYBODY, page.t("campaign.target.ALL")));
        segments.list(Long.MAX_VALUE, MOST_SEGMENTS)
                .items()
                .forEach(each -> targets.add(new Option(Long.toString(each.id()), each.name())));
        return targets;
    }

    private List<Option> districts(Page page) {
        return Rows.list(
                bound.query("select u.code, n.zh, n.en from unit u join unit_name n on n.unit_id = u.id"
                        + " and n.valid_to is null where u.kind = 'DISTRICT' and u.closed_on is null order by u.code"),
                row -> new Option(row.text(0), page.pick(row.text(1), row.textOrNull(2))));
    }

    /** Titles of the documents a form names, by their codes. */
    @Transactional
    public Map<String, String> titles(Form form) {
        return documents.titles(Writing.codes(form.value("documents")));
    }

    /** Titles by code, for what a campaign says. */
    @Transactional
    public Map<String, String> titles(CampaignContent content) {
        return documents.titles(content.documents());
    }

    /** What the form asks for. @throws Problem 400 with what is missing */
    @Transactional
    public Directive directive(ContentForm form, @Nullable CampaignView before) {
        List<String> units = form.everyDistrict() ? everyDistrict() : form.districts();
        String kept = before == null ? null : before.conditions();
        return new Directive(form.content(), conditions(form.target(), kept), units);
    }

    private List<String> everyDistrict() {
        return Rows.list(
                bound.query("select code from unit where kind = 'DISTRICT' and closed_on is null order by code"),
                row -> row.text(0));
    }

    /** The condition that was chosen, null for none. @throws Problem 400 when it is none of those offered */
    @Transactional
    public @Nullable String conditions(@Nullable String target, @Nullable String kept) {
        if (target == null) {
            throw Problem.invalid("target", "web.invalid.NotNull");
        }
        if (target.equals(EVERYBODY)) {
            return null;
        }
        if (target.equals(KEEP) && kept != null) {
            return kept;
        }
        if (!target.matches("[0-9]{1,18}")) {
            throw Problem.invalid("target", "web.invalid.choice");
        }
        return segments.get(Long.parseLong(target)).conditions();
    }
}

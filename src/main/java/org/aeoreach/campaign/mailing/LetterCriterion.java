package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.filter.Fragment;

/** What became of the letters of a mailing to people of an enterprise. */
@ApplicationScoped
class LetterCriterion implements SegmentCriterion {

    /** Mailings offered, the newest first. */
    private static final int OFFERED = 200;

    private static final String MAILING = "mailing";
    private static final String BECAME = "became";

    @Inject
    private Bound bound;

    @Override
    public String key() {
        return "letter";
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(MAILING, Kind.CHOICE, true, this::mailings),
                Part.of(BECAME, Kind.CHOICES, "mailing.letter.", "SENT", "FAILED", "BOUNCED", "UNSUBSCRIBED"));
    }

    /** Those that went out of units the viewer sees. */
    @Transactional
    public List<Option> mailings(Page page) {
        return Rows.list(
                bound.query("select g.id, g.title_zh, g.title_en from campaign_mailing g where g.started_at is not null"
                        + " order by g.id desc limit " + OFFERED),
                row -> new Option(row.text(0), page.pick(row.text(1), row.textOrNull(2))));
    }

    @Override
    public Fragment condition(Chosen chosen) {
        String mailing = chosen.one(MAILING);
        return mailing.matches("[0-9]{1,18}")
                ? Fragment.of(
                        "exists (select from campaign_mailing_letter l where l.enterprise_id = e.id and l.mailing_id = ?"
                                + " and " + LetterList.FATE + " = any (string_to_array(?, ',')))",
                        Long.valueOf(mailing),
                        chosen.joined(BECAME))
                : Fragment.of("false");
    }
}

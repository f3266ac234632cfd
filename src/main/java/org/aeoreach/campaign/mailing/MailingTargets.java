package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.mail.LetterText;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Whom a mailing goes to, whom it leaves out and why, and how its letters read. */
@ApplicationScoped
public class MailingTargets {

    /** Enterprises that are counted at most. */
    static final int MOST = 20_000;

    @Inject
    private Bound bound;

    @Inject
    private Outbox outbox;

    /**
     * How many it goes to as things stand.
     *
     * @param letters people of them who get one
     * @param leftOut enterprises that get none, by reason
     * @param more whether there are more than were counted
     */
    public record Count(long enterprises, long letters, Map<String, Long> leftOut, boolean more) {}

    /** Somebody it goes to as things stand, or an enterprise it leaves out with the reason. */
    public record Recipient(
            long enterprise,
            String enterpriseZh,
            @Nullable String enterpriseEn,
            String audience,
            @Nullable String leftOut,
            List<String> people) {}

    /**
     * How a letter reads.
     *
     * @param recipient to whom, or null when nobody in that language gets it at present
     */
    public record Preview(
            org.aeoreach.campaign.Audience audience,
            Language language,
            @Nullable String recipient,
            String subject,
            String text) {}

    @Transactional
    public Count count(long mailing) {
        Map<String, Long> leftOut = new LinkedHashMap<>();
        long[] sums = new long[3];
        Rows.list(
                        bound.query(
                                "select coalesce(x.left_out, ''), count(*), coalesce(sum(x.willing), 0) as letters from (select"
                                        + " t.left_out, t.willing from campaign_mailing_target t where t.mailing_id = ?"
                                        + " limit ?) x group by 1 order by 1",
                                mailing,
                                MOST + 1),
                        row -> row)
                .forEach(row -> {
                    sums[2] += row.id(1);
                    if (row.text(0).isEmpty()) {
                        sums[0] = row.id(1);
                        sums[1] = row.id(2);
                    } else {
                        leftOut.put(row.text(0), row.id(1));
                    }
                });
        return new Count(sums[0], sums[1], leftOut, sums[2] > MOST);
    }

    /** What became of its letters so far, by status, and of those left out by reason. */
    @Transactional
    public Map<String, Long> letters(long mailing) {
        Map<String, Long> all = new LinkedHashMap<>();
        Rows.list(
                        bound.query(
                                "select coalesce(l.reason, l.status) as what, count(*) from campaign_mailing_letter l"
                                        + " where l.mailing_id = ? group by 1 order by 1",
                                mailing),
                        row -> row)
                .forEach(row -> all.put(row.text(0), row.id(1)));
        return all;
    }

    /** Enterprises it is for as things stand, by number. */
    @Transactional
    public Slice<Recipient> recipients(long mailing, long after, int limit) {
        List<Recipient> rows = Rows.list(
                bound.query(
                        "select t.enterprise_id, e.name_zh, e.name_en, t.audience, t.left_out, (select string_agg(c.name_zh,"
                                + " '、' order by c.id) from contact_person c where t.left_out is null"
                                + " and c.enterprise_id = t.enterprise_id and " + Addressee.WILLING + ") as people"
                                + " from campaign_mailing_target t join enterprise e on e.id = t.enterprise_id"
                                + " where t.mailing_id = ? and t.enterprise_id > ? order by t.enterprise_id limit ?",
                        mailing,
                        after,
                        limit + 1),
                row -> new Recipient(
                        row.id(0),
                        row.text(1),
                        row.textOrNull(2),
                        row.text(3),
                        row.textOrNull(4),
                        row.textOrNull(5) == null
                                ? List.of()
                                : List.of(row.text(5).split("、"))));
        return Slice.of(rows, limit, Recipient::enterprise);
    }

    /** Each text in each language it is written in, to somebody who gets it. */
    @Transactional
    public List<Preview> previews(MailingView mailing) {
        List<Preview> all = new ArrayList<>();
        for (MailingText text : mailing.texts()) {
            for (Language language : Language.values()) {
                if (text.language(language) == language) {
                    all.add(preview(mailing, text, language));
                }
            }
        }
        return all;
    }

    private Preview preview(MailingView mailing, MailingText text, Language language) {
        Optional<Addressee> found = Rows.one(
                bound.query(
                        "select " + Addressee.COLUMNS + " from campaign_mailing_target t"
                                + " join enterprise e on e.id = t.enterprise_id"
                                + " join contact_person c on c.enterprise_id = e.id and " + Addressee.WILLING
                                + " where t.mailing_id = ? and t.audience = ? and t.left_out is null"
                                + " and (c.language = ? or ?) order by c.language = ? desc limit 1",
                        mailing.id(),
                        text.audience(),
                        language.code(),
                        language == Language.ZH && text.language(Language.EN) == Language.ZH,
                        language.code()),
                Addressee::of);
        Addressee sample = found.orElseGet(
                () -> new Addressee(0, 0, "…", null, "sample@example.invalid", language, "…", null, text.audience()));
        LetterText letter = outbox.read(sample.letter(mailing, text));
        String recipient = found.map(person -> language.pick(person.ofZh(), person.ofEn()) + " · "
                        + language.pick(person.nameZh(), person.nameEn()))
                .orElse(null);
        return new Preview(text.audience(), language, recipient, letter.subject(), letter.plain());
    }
}

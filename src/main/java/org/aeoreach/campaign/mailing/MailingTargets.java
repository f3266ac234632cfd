package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.campaign.Audience;
import org.aeoreach.enterprise.segment.ConditionSql;
import org.aeoreach.enterprise.segment.ConditionText;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Slice;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** Whom a mailing goes to, whom it leaves out and why, and how its letters read. */
@ApplicationScoped
public class MailingTargets {

    /** Enterprises that are counted at most. */
    static final int MOST = 20_000;

    private static final int SAMPLE = 2_000;
    private static final String PEOPLE = " join enterprise e on e.id = x.enterprise_id"
            + " join contact_person c on c.enterprise_id = e.id and " + Addressee.WILLING;

    @Inject
    private Bound bound;

    @Inject
    private ConditionSql sql;

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

    /** The condition its enterprises {@code e} meet. */
    Fragment conditions(MailingView mailing) {
        String conditions = mailing.conditions();
        return conditions == null ? Fragment.of("true") : sql.of(ConditionText.read(conditions));
    }

    /** {@code select}, whom it is for and meets its conditions, {@code rest}. */
    private Query asked(MailingView mailing, String select, String rest, Object... after) {
        Fragment conditions = conditions(mailing);
        List<Object> values = new ArrayList<>();
        values.add(mailing.id());
        values.addAll(conditions.values());
        values.addAll(List.of(after));
        return bound.query(
                select + " from campaign_mailing_target t join enterprise e on e.id = t.enterprise_id"
                        + " where t.mailing_id = ? and (" + conditions.sql() + ")" + rest,
                values.toArray());
    }

    /**
     * A letter of it, or an enterprise that got none.
     *
     * @param enterpriseZh null when it is registered elsewhere now
     * @param person null where the enterprise has nobody who can be written to
     * @param status as in the log: WRITTEN, AGAIN, SENT, FAILED, WITHDRAWN or LEFT_OUT
     * @param reason why it was left out
     * @param sharedWith the letter that went to the same address instead
     * @param touchpoint the contact it counts as
     */
    public record Sent(
            long id,
            long enterprise,
            @Nullable String enterpriseZh,
            @Nullable String enterpriseEn,
            @Nullable Long person,
            @Nullable String personZh,
            String audience,
            String status,
            @Nullable String reason,
            @Nullable Long sharedWith,
            Instant writtenAt,
            @Nullable Instant leftAt,
            @Nullable Long touchpoint) {}

    /** Units it can be for: those directly below the viewer's with enterprises of the campaign. */
    @Transactional
    public List<Option> units(Page page, long campaign) {
        return Rows.list(
                bound.query(
                        "select u.code, n.zh, n.en from unit u join unit_name n on n.unit_id = u.id and n.valid_to is null"
                                + " where u.parent_id = (select x.id from unit x where x.org_path ="
                                + " nullif(current_setting('app.write_lo', true), '')) and u.closed_on is null"
                                + " and exists (select from campaign_member m where m.campaign_id = ?"
                                + " and m.org_path >= u.org_path and m.org_path < left(u.org_path, -1) || '/')"
                                + " order by u.code",
                        campaign),
                row -> new Option(row.text(0), page.pick(row.text(1), row.textOrNull(2))));
    }

    /** Whether anybody gets it. */
    @Transactional
    public boolean somebody(MailingView mailing) {
        Query query = asked(mailing, "select t.enterprise_id", " and t.left_out is null limit 1");
        return !query.getResultList().isEmpty();
    }

    /** Somebody it goes to, among the first of an audience. @param any whether one of another language will do */
    Optional<Addressee> somebody(MailingView mailing, Audience audience, Language language, boolean any) {
        return Rows.one(
                asked(
                        mailing,
                        "select " + Addressee.COLUMNS + " from (select t.enterprise_id",
                        " and t.audience = ? and t.left_out is distinct from 'EXCLUDED' limit ?) x" + PEOPLE
                                + " where c.language = ? or ? order by c.language = ? desc, c.id limit 1",
                        audience,
                        SAMPLE,
                        language.code(),
                        any,
                        language.code()),
                Addressee::of);
    }

    /** A contact person, if it goes to him. */
    Optional<Addressee> person(MailingView mailing, long person) {
        return Rows.one(
                asked(
                        mailing,
                        "select " + Addressee.COLUMNS + " from (select t.enterprise_id",
                        " and t.left_out is null and t.enterprise_id ="
                                + " (select o.enterprise_id from contact_person o where o.id = ?)) x"
                                + PEOPLE + " where c.id = ?",
                        person,
                        person),
                Addressee::of);
    }

    /** Enterprises without any letter yet, behind the place it has come to, by number. */
    List<Long> next(MailingView mailing, int most) {
        return Rows.list(
                asked(
                        mailing,
                        "select t.enterprise_id",
                        " and t.enterprise_id > (select g.place from campaign_mailing g where g.id = ?)"
                                + " and t.left_out is distinct from 'EXCLUDED' and not exists (select from"
                                + " campaign_mailing_letter l where l.mailing_id = t.mailing_id"
                                + " and l.enterprise_id = t.enterprise_id) order by t.enterprise_id limit ?",
                        mailing.id(),
                        most),
                row -> row.id(0));
    }

    /** How many it goes to as things stand; each address counts once. */
    @Transactional
    public Count count(MailingView mailing) {
        Map<String, Long> leftOut = new LinkedHashMap<>();
        long[] sums = new long[2];
        Rows.list(
                        asked(
                                mailing,
                                "select coalesce(x.left_out, ''), count(*) from (select t.left_out",
                                " limit ?) x group by 1 order by 1",
                                MOST + 1),
                        row -> row)
                .forEach(row -> {
                    sums[1] += row.id(1);
                    if (row.text(0).isEmpty()) {
                        sums[0] = row.id(1);
                    } else {
                        leftOut.put(row.text(0), row.id(1));
                    }
                });
        Query addresses = asked(
                mailing,
                "select count(distinct mail_key(c.mail)) from (select t.enterprise_id",
                " and t.left_out is null limit ?) x join contact_person c on c.enterprise_id = x.enterprise_id and "
                        + Addressee.WILLING,
                MOST);
        long letters = Rows.list(addresses, row -> row.id(0)).get(0);
        return new Count(sums[0], letters, leftOut, sums[1] > MOST);
    }

    /** What became of its letters so far, by status, and of those left out by reason. */
    @Transactional
    public Map<String, Long> letters(long mailing) {
        Map<String, Long> found = new HashMap<>();
        Rows.list(
                        bound.query(
                                "select " + LetterList.BECAME + " as what, count(*) from campaign_mailing_letter l"
                                        + " where l.mailing_id = ? group by 1",
                                mailing),
                        row -> row)
                .forEach(row -> found.put(row.text(0), row.id(1)));
        Map<String, Long> all = new LinkedHashMap<>();
        LetterList.OUTCOMES.stream().filter(found::containsKey).forEach(each -> all.put(each, found.get(each)));
        return all;
    }

    /** Its letters so far, by number. */
    @Transactional
    public Slice<Sent> letters(MailingView mailing, long after, int limit) {
        List<Sent> rows = Rows.list(
                bound.query(
                        "select l.id, l.enterprise_id, e.name_zh, e.name_en, l.person_id, c.name_zh as person, l.audience, l.status, l.reason, l.shared_with, l.written_at,"
                                + " l.left_at, l.touchpoint_id from campaign_mailing_letter l"
                                + " left join enterprise e on e.id = l.enterprise_id"
                                + " left join contact_person c on c.id = l.person_id where l.mailing_id = ?"
                                + " and l.id > ? order by l.id limit ?",
                        mailing.id(),
                        after,
                        limit + 1),
                row -> new Sent(
                        row.id(0),
                        row.id(1),
                        row.textOrNull(2),
                        row.textOrNull(3),
                        row.idOrNull(4),
                        row.textOrNull(5),
                        row.text(6),
                        row.text(7),
                        row.textOrNull(8),
                        row.idOrNull(9),
                        row.instant(10),
                        row.instantOrNull(11),
                        row.idOrNull(12)));
        return Slice.of(rows, limit, Sent::id);
    }

    /** Enterprises it is for as things stand, by number. */
    @Transactional
    public Slice<Recipient> recipients(MailingView mailing, long after, int limit) {
        Query query = asked(
                mailing,
                "select t.enterprise_id, e.name_zh, e.name_en, t.audience, t.left_out, (select string_agg(c.name_zh,"
                        + " '、' order by c.id) from contact_person c where t.left_out is null"
                        + " and c.enterprise_id = t.enterprise_id and " + Addressee.WILLING + ") as people",
                " and t.enterprise_id > ? order by t.enterprise_id limit ?",
                after,
                limit + 1);
        List<Recipient> rows = Rows.list(
                query,
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
}

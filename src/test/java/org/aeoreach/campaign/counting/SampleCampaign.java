package org.aeoreach.campaign.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;

/** A campaign of a test's own, made as its approval leaves it: it waits to be frozen. Reached is one to one, all alike. */
public record SampleCampaign(long id, String login) {

    // What contacts and members say, worded apart from what the product counts by.
    private static final String DIFFERENT = """
            with way as (
                -- Of which enterprises a contact was, the first one first; mergers took it along.
                select (r.row_key ->> 'id')::bigint as party, g.merged_id as was, g.id as step
                    from enterprise_merge_row r join enterprise_merge g on g.id = r.merge_id and g.undone_at is null
                    where r.table_name = 'touchpoint_party'),
            contact as (
                select t.at, t.id, t.channel, t.strength, coalesce((
                        select w.was from way w join campaign_member x on x.enterprise_id = w.was and x.campaign_id = ?
                            where w.party = t.id order by w.step limit 1), t.enterprise_id) as who
                    from touchpoint_party t where t.enterprise_id is not null and t.withdrawn_at is null
                union all
                -- With both that were one later: put aside, and as good as the other.
                select a.at, a.id, a.channel, a.strength, a.enterprise_id
                    from touchpoint_party a join enterprise e on e.id = a.enterprise_id
                        join touchpoint_party o on o.touchpoint_id = a.touchpoint_id and o.enterprise_id = e.merged_into
                            and o.withdrawn_at is null
                        join enterprise_merge_row r on r.table_name = 'touchpoint_party aside'
                            and r.row_key = jsonb_build_object('id', a.id)
                    where a.withdrawn_at is not null),
            member as (
                select m.*, m.unit_id <> m.house_id as moved, e.merged_into is not null as gone,
                       to_char(date_trunc('week', f.day), 'YYYY-MM-DD') as week, f.channel as way,
                       case when m.standing = 'EXCLUDED' then 'EXCLUDED' when f.enough then 'REACHED'
                            when m.standing = 'UNREACHABLE' then 'UNREACHABLE' when f.enough is not null then 'TOUCHED'
                            else 'UNTOUCHED' end as state
                    from campaign_member m join enterprise e on e.id = m.enterprise_id
                        join campaign c on c.id = m.campaign_id
                        join campaign_audience a on a.campaign_id = c.id and a.audience = 'ALL'
                        join contact_strength least on least.code = a.least_strength
                        left join lateral (
                            select p.channel, p.day, p.enough from (
                                select t.*, (t.at at time zone 'Asia/Shanghai')::date as day, s.rank >= least.rank
                                           and (cardinality(a.channels) = 0 or t.channel = any (a.channels)) as enough
                                    from contact t join contact_strength s on s.code = t.strength
                                    where t.who = m.enterprise_id) p
                            where p.day between c.starts_on and c.ends_on order by p.enough desc, p.at, p.id limit 1) f
                            on true
                    where m.campaign_id = ?),
            said as (
                select 'ALL' as dimension, house_path, '' as value, audience, state from member where not late
                union all select 'SIZE', house_path, coalesce(size_class, ''), audience, state from member where not late
                union all select 'SECTOR', house_path, coalesce(sector, ''), audience, state from member where not late
                union all select 'TRACK', house_path, track, audience, state from member where not late
                union all select 'OFFICER', house_path, coalesce(officer_id::text, ''), audience, state from member
                    where not late
                union all select 'CHANNEL', house_path, way, audience, state from member where not late and way is not null
                union all select 'WEEK', house_path, week, audience, state from member where not late and way is not null
                union all select 'REASON', house_path, reason, audience, state from member
                    where not late and state in ('EXCLUDED', 'UNREACHABLE')
                union all select 'APART', house_path, 'LATE', audience, state from member where late
                union all select 'APART', house_path, 'MERGED', audience, state from member where not late and gone
                union all select 'APART', house_path, 'MOVED', audience, state from member where not late and moved),
            counted as (select s.*, 1 as n from said s),
            figured as (
                select dimension, house_path, value, audience, state, enterprises from campaign_figure
                    where campaign_id = ?)
            select concat_ws(' ', dimension, house_path, value, audience, state, 'differs by', sum(n)) as text
                from (select dimension, house_path, value, audience, state, n from counted
                      union all select dimension, house_path, value, audience, state, -enterprises from figured) x
                group by dimension, house_path, value, audience, state having sum(n) <> 0
            """;
    private static final String CONTACT = """
            with made as (
                insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength,
                                        account_id)
                    select unit_id, org_path, unit_id, china_day() - 1, now() - interval '1 day', 'VISIT', 'OUT', ?,
                           (select id from account where login = 'gacc.officer')
                        from enterprise where id = ? returning *)
            insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at,
                                          timed, channel, strength, direction)
                select m.id, e.id, e.unit_id, e.org_path, e.unit_id, e.unit_id, m.at, true, m.channel, m.strength, 'OUT'
                    from made m, enterprise e where e.id = ?
            """;

    /** Issued to units. @param login of who approves it, in the unit whose campaign it is */
    public static SampleCampaign approved(String login, List<Long> units) throws SQLException {
        long id = Rows.number(
                "insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, status,"
                        + " author_id) select r.unit_id, r.org_path, 'DIRECTIVE', '样本行动', '样本', china_day() - 30,"
                        + " china_day() + 30, 'FREEZING', a.id from account a join role_assignment r"
                        + " on r.account_id = a.id where a.login = ? order by r.id limit 1 returning id",
                login);
        Rows.change(
                "insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)"
                        + " values (?, 'ALL', '样本', 80, 'ONE_TO_ONE')",
                id);
        for (long unit : units) {
            Rows.change(
                    "insert into campaign_plan (campaign_id, unit_id, org_path) select ?, id, org_path from unit"
                            + " where id = ?",
                    id,
                    unit);
        }
        return new SampleCampaign(id, login);
    }

    /** A new house below 5300. */
    public static long house() throws SQLException {
        return Units.newHouse("5300");
    }

    public static String path(long unit) throws SQLException {
        return Rows.one("select org_path from unit where id = ?", unit).text("org_path");
    }

    /** Starts a job about it as its approver. */
    public long start(String kind) throws SQLException {
        return Rows.number(
                "insert into job (kind, account_id, assignment_id, org_path, parameters)"
                        + " select ?, r.account_id, r.id, r.org_path, jsonb_build_object('campaign', ?::bigint)"
                        + " from role_assignment r join account a on a.id = r.account_id where a.login = ?"
                        + " order by r.id limit 1 returning id",
                kind,
                id,
                login);
    }

    /** How a job ended, with what it said. */
    public static String ended(long job) throws SQLException {
        for (int i = 0; i < 1_200; i++) {
            Rows.Row row =
                    Rows.one("select status, concat_ws(' ', status, error, result) as all from job where id = ?", job);
            if (!List.of("WAITING", "RUNNING").contains(row.text("status"))) {
                return row.text("all");
            }
            pause();
        }
        throw new AssertionError("job " + job + " did not end");
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public SampleCampaign frozen() throws SQLException {
        assertThat(ended(start("freeze-campaign"))).startsWith("DONE");
        return this;
    }

    public String status() throws SQLException {
        return Rows.one("select status from campaign where id = ?", id).text("status");
    }

    /** In scope, in these states or in any. */
    public long counted(String... states) throws SQLException {
        return Rows.number(
                "select coalesce(sum(enterprises), 0) from campaign_figure where campaign_id = ?"
                        + " and dimension = 'ALL' and (? = '' or state = any (string_to_array(?, ',')))",
                id,
                String.join(",", states),
                String.join(",", states));
    }

    /** What it counts as, now. */
    public String state(long enterprise) throws SQLException {
        return Rows.one(
                        "select campaign_state(standing, level) as state from campaign_member where campaign_id = ?"
                                + " and enterprise_id = ?",
                        id,
                        enterprise)
                .text("state");
    }

    public long members() throws SQLException {
        return Rows.number("select count(*) from campaign_member where campaign_id = ?", id);
    }

    /** Every figure is what contacts and members say. */
    public void holds() throws SQLException {
        assertThat(Rows.all(DIFFERENT, id, id, id)).isEmpty();
    }

    /** A visit of yesterday. */
    public static void contact(long enterprise, String strength) throws SQLException {
        Rows.change(CONTACT, strength, enterprise, enterprise);
    }

    /** The same, in a transaction that is under way. */
    public static void contact(Connection open, long enterprise, String strength) throws SQLException {
        try (PreparedStatement insert = open.prepareStatement(CONTACT)) {
            insert.setString(1, strength);
            insert.setLong(2, enterprise);
            insert.setLong(3, enterprise);
            insert.executeUpdate();
        }
    }
}

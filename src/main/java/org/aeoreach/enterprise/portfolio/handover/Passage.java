package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.portfolio.CoordinatorLetter;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;

/** Passes some hundred enterprises on, or back, by a fixed number of statements. They are held already. */
@ApplicationScoped
class Passage {

    private static final String THESE = " = any (cast(string_to_array(?, ',') as bigint[]))";

    @Inject
    private Bound bound;

    @Inject
    private CoordinatorLetter letter;

    @Inject
    private Clock clock;

    /**
     * To the new coordinator.
     *
     * @param enterprises in the order in which they are kept
     * @param written the brief of each of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void pass(HandoverView handover, List<Long> enterprises, boolean tell, Map<Long, Briefs.Brief> written) {
        long to = handover.toAccount();
        Map<Long, Long> before = places(enterprises, handover.fromAccount(), "COORDINATOR");
        Map<Long, Long> member = places(enterprises, to, "MEMBER");
        Map<Long, Long> after = move(enterprises, to, handover.id());
        Map<Long, Integer> told = tell ? letter.tell(enterprises, to) : Map.of();
        JsonArrayBuilder items = JsonText.JSON.createArrayBuilder();
        for (Long each : enterprises) {
            Briefs.Brief brief = one(written, each);
            JsonObjectBuilder item = JsonText.JSON
                    .createObjectBuilder()
                    .add("enterprise", each)
                    .add("before", one(before, each))
                    .add("after", one(after, each))
                    .add("zh", brief.zh())
                    .add("en", brief.en())
                    .add("told", told.getOrDefault(each, 0));
            if (member.containsKey(each)) {
                item.add("member", one(member, each));
            }
            items.add(item);
        }
        keep(handover.id(), items.build().toString());
    }

    private static <T> T one(Map<Long, T> all, Long enterprise) {
        return Objects.requireNonNull(all.get(enterprise));
    }

    private void keep(long handover, String items) {
        bound.query(
                        "insert into handover_item (handover_id, enterprise_id, unit_id, org_path, before_id, after_id,"
                                + " brief_zh, brief_en, told, member_id) select ?, e.id, e.unit_id, e.org_path,"
                                + " cast(x.item ->> 'before' as bigint), cast(x.item ->> 'after' as bigint),"
                                + " x.item ->> 'zh', x.item ->> 'en', cast(x.item ->> 'told' as int),"
                                + " cast(x.item ->> 'member' as bigint)"
                                + " from jsonb_array_elements(cast(? as jsonb)) with ordinality as x (item, place)"
                                + " join enterprise e on e.id = cast(x.item ->> 'enterprise' as bigint) order by x.place",
                        handover,
                        items)
                .executeUpdate();
    }

    /** Back to the one who had them; who was told then is told again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(HandoverView handover, List<Long> enterprises) {
        List<Long> told = Rows.list(
                bound.query(
                        "select i.enterprise_id from handover_item i where i.handover_id = ? and i.told > 0"
                                + " and i.enterprise_id" + THESE + " order by i.id",
                        handover.id(),
                        enterprises),
                row -> row.id(0));
        move(enterprises, handover.fromAccount(), handover.id());
        letter.tell(told, handover.fromAccount());
    }

    /** Who helped with an enterprise before it was passed to him helps again, while his role lets him. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rejoin(HandoverView handover) {
        LocalDate today = Time.today(clock);
        bound.query(
                        "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from,"
                                + " handover_id) select e.id, e.unit_id, e.org_path, ?, 'MEMBER', ?, i.handover_id"
                                + " from handover_item i join enterprise e on e.id = i.enterprise_id"
                                + " where i.handover_id = ? and i.member_id is not null"
                                + " and may_coordinate(?, e.org_path, ?) order by e.id",
                        handover.toAccount(),
                        today,
                        handover.id(),
                        handover.toAccount(),
                        today)
                .executeUpdate();
    }

    /** The places he has in that part, by enterprise. */
    private Map<Long, Long> places(Collection<Long> enterprises, long account, String part) {
        return byEnterprise(bound.query(
                "select c.enterprise_id, c.id from coordination c where c.account_id = ? and c.part = ?"
                        + " and c.valid_to is null and c.enterprise_id" + THESE,
                account,
                part,
                enterprises));
    }

    /** The coordinators of today end, and the places of the new one in the teams; he begins. Returns his new places. */
    private Map<Long, Long> move(Collection<Long> enterprises, long to, long handover) {
        LocalDate today = Time.today(clock);
        bound.query(
                        "update coordination set valid_to = ?, version = version + 1 where valid_to is null"
                                + " and (part = 'COORDINATOR' or account_id = ?) and enterprise_id" + THESE,
                        today.minusDays(1),
                        to,
                        enterprises)
                .executeUpdate();
        return byEnterprise(bound.query(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from, handover_id)"
                        + " select e.id, e.unit_id, e.org_path, ?, 'COORDINATOR', ?, ? from enterprise e where e.id"
                        + THESE + " order by e.id returning enterprise_id, id",
                to,
                today,
                handover,
                enterprises));
    }

    private static Map<Long, Long> byEnterprise(Query query) {
        return Rows.list(query, row -> row).stream().collect(Collectors.toMap(row -> row.id(0), row -> row.id(1)));
    }
}

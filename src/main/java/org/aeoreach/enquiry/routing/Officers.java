package org.aeoreach.enquiry.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.enquiry.routing.Place.Why;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Finds the officer of a unit who takes a question: one who is there today. */
@ApplicationScoped
class Officers {

    // Officers of a unit today, with who stands in for those who are absent.
    private static final String STAFF = "with staff as (select distinct on (r.account_id) r.account_id as id,"
            + " s.substitute_id as instead from role_assignment r join account a on a.id = r.account_id"
            + " left join substitution s on s.assignment_id = r.id and s.revoked_at is null"
            + " and s.first_day <= china_day() and s.last_day >= china_day() where r.unit_id = ?1"
            + " and r.role in ('HOUSE_OFFICER', 'COORDINATOR', 'DISTRICT_OFFICER', 'GACC_OFFICER')"
            + " and a.suspended_at is null and r.valid_from <= china_day()"
            + " and (r.valid_to is null or r.valid_to >= china_day()) order by r.account_id, s.id nulls last),"
            + " present as (select id from staff where instead is null)";
    private static final String ONE = STAFF
            + " select coalesce(instead, id), instead is null from staff where id = ?2"
            + " and (instead is null or instead in (select id from present))";
    private static final String TOPIC = STAFF + " select p.id from present p join enquiry_topic_officer t"
            + " on t.account_id = p.id and t.unit_id = ?1 and t.topic = ?2 order by (select count(*) from enquiry_work w"
            + " where w.officer_id = p.id and w.status in ('NEW', 'OPEN', 'WAITING', 'REOPENED')), p.id limit 1";
    private static final String LAST = "select coalesce(last_officer, 0) from enquiry_routing where unit_id = ?1"
            + " and spread = 'ROUND_ROBIN' for update";
    private static final String NEXT = STAFF + " select id from present order by id <= ?2, id limit 1";
    private static final String TURN = "update enquiry_routing set last_officer = ?2 where unit_id = ?1";

    @Inject
    private Bound bound;

    /** Who takes it, and why. */
    record Taker(long officerId, Why why) {}

    /**
     * The coordinator or who stands in for him, else who is there for the topic with the fewest open questions, else the
     * next in turn where the unit wants turns. Nobody: the unit's queue. In the scope of the unit.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Taker> of(long unitId, @Nullable Long coordinator, @Nullable String topic) {
        return coordinator(unitId, coordinator)
                .or(() -> topic == null ? Optional.empty() : topic(unitId, topic))
                .or(() -> turn(unitId));
    }

    private Optional<Taker> coordinator(long unitId, @Nullable Long coordinator) {
        if (coordinator == null) {
            return Optional.empty();
        }
        return Rows.one(
                bound.query(ONE, unitId, coordinator),
                row -> new Taker(row.id(0), row.flag(1) ? Why.COORDINATOR : Why.SUBSTITUTE));
    }

    private Optional<Taker> topic(long unitId, String topic) {
        return Rows.one(bound.query(TOPIC, unitId, topic), row -> new Taker(row.id(0), Why.TOPIC));
    }

    private Optional<Taker> turn(long unitId) {
        return Rows.one(bound.query(LAST, unitId), row -> row.id(0))
                .flatMap(last -> Rows.one(bound.query(NEXT, unitId, last), row -> row.id(0)))
                .map(next -> {
                    bound.query(TURN, unitId, next).executeUpdate();
                    return new Taker(next, Why.ROUND_ROBIN);
                });
    }
}

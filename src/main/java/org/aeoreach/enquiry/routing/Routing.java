package org.aeoreach.enquiry.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.NewEnquiry;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.UnitScope;
import org.jspecify.annotations.Nullable;

/** Decides where a question goes; what is for a unit that is closed goes to the one that took over, or the one above. */
@ApplicationScoped
public class Routing {

    private static final String UNIT =
            "select id, org_path, kind from unit where id = enquiry_unit_now(cast(?1 as bigint))";
    private static final String ENTERPRISE = "select id, unit_id, org_path, coordinator_id,"
            + " enterprise_audience(grade, journey_step) from enterprise where id = ?1";

    @Inject
    private Officers officers;

    @Inject
    private UnitScope scope;

    @Inject
    private Bound bound;

    private record Registered(
            Place.Enterprise place,
            @Nullable Long coordinatorId,
            @Nullable String audience) {}

    private record Unit(long id, String path, EnquiryLevel level) {}

    /** @throws Problem 400 at {@code unitId} when neither a unit nor an enterprise tells where it goes */
    @Transactional(Transactional.TxType.MANDATORY)
    public Place of(NewEnquiry question) {
        Optional<Registered> seen = enterprise(question.enterpriseId());
        Unit unit = unit(question.unitId())
                .or(() -> seen.flatMap(each -> unit(each.place().unitId())))
                .orElseThrow(() -> Problem.invalid("unitId", "ask.invalid.unit"));
        return scope.run(unit.path(), () -> within(question, unit, seen));
    }

    private Place within(NewEnquiry question, Unit unit, Optional<Registered> seen) {
        Registered registered =
                seen.or(() -> enterprise(question.enterpriseId())).orElse(null);
        Place place = new Place(
                unit.id(),
                unit.path(),
                unit.level(),
                registered == null ? null : registered.place(),
                registered == null ? null : registered.audience(),
                null,
                registered == null ? null : registered.coordinatorId(),
                Place.Why.QUEUE);
        if (question.officerId() != null) {
            return place.takenBy(question.officerId(), Place.Why.NAMED);
        }
        return officers.of(unit.id(), place.coordinatorId(), question.topic())
                .map(taker -> place.takenBy(taker.officerId(), taker.why()))
                .orElse(place);
    }

    private Optional<Unit> unit(@Nullable Long id) {
        return id == null
                ? Optional.empty()
                : Rows.one(
                        bound.query(UNIT, id),
                        row -> new Unit(row.id(0), row.text(1), EnquiryLevel.valueOf(row.text(2))));
    }

    private Optional<Registered> enterprise(@Nullable Long id) {
        return id == null
                ? Optional.empty()
                : Rows.one(
                        bound.query(ENTERPRISE, Objects.requireNonNull(id)),
                        row -> new Registered(
                                new Place.Enterprise(row.id(0), row.id(1), row.text(2)),
                                row.idOrNull(3),
                                row.textOrNull(4)));
    }
}

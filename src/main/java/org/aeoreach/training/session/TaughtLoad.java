package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.trainer.TrainerLoad;

/** How much trainers teach, by the sessions the asker sees. */
@ApplicationScoped
class TaughtLoad implements TrainerLoad {

    private static final String HELD = "(s.status = 'HELD' or s.status = 'PUBLISHED') and s.ends_at <= now()"
            + " and s.ends_at > now() - interval '1 year'";
    private static final String LOAD = "select p.trainer_id, count(*) filter (where " + HELD + "),"
            + " count(*) filter (where s.status in ('DRAFT', 'PUBLISHED') and s.ends_at > now()),"
            + " cast(coalesce(sum(extract(epoch from s.ends_at - s.starts_at)) filter (where " + HELD
            + ") / 60, 0) as int),"
            + " training_rating(p.trainer_id), training_ratings(p.trainer_id)"
            + " from training_session_trainer p join training_session s on s.id = p.session_id and not s.template"
            + " where p.trainer_id = any (cast(string_to_array(?1, ',') as bigint[])) group by p.trainer_id";

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public Map<Long, Load> of(Collection<Long> trainers) {
        Map<Long, Load> loads = new HashMap<>();
        Rows.list(bound.query(LOAD, trainers), row -> row).forEach(row -> loads.put(row.id(0), load(row)));
        return loads;
    }

    private static Load load(Rows.Row row) {
        String rating = row.textOrNull(4);
        return new Load(
                (int) row.id(1), (int) row.id(2), (int) row.id(3), rating == null ? null : new BigDecimal(rating), (int)
                        row.id(5));
    }
}

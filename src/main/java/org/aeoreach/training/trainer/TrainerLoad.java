package org.aeoreach.training.trainer;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much trainers teach and how they are rated: sessions implement it, in the scope of who asks. */
public interface TrainerLoad {

    /**
     * What a trainer has taught.
     *
     * @param held sessions of the last twelve months
     * @param coming sessions planned and not called off
     * @param minutes taught in those held
     * @param rating from 1 to 5, the mean of all ratings; null as long as there are too few to be told
     * @param ratings how many there are
     */
    record Load(int held, int coming, int minutes, @Nullable BigDecimal rating, int ratings) {

        /** He has taught nothing yet. */
        public static final Load NONE = new Load(0, 0, 0, null, 0);
    }

    /** By the number of the trainer; those who never taught are left out. */
    Map<Long, Load> of(Collection<Long> trainers);
}

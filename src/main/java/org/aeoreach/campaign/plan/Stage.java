package org.aeoreach.campaign.plan;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How far units a campaign was issued to have come with it, or what is the matter; a unit may be in several. */
public enum Stage {
    /** Something of it is late. */
    LATE(node -> node.late() != null, true, true),
    /** Asks back or declines; who issued it answers. */
    WAITING(node -> Set.of("ASKED", "DECLINED").contains(node.status()), true, false),
    ACKNOWLEDGED(node -> Set.of("ACKNOWLEDGED", "SUBMITTED", "APPROVED").contains(node.status()), true, false),
    /** Its plan is approved. */
    APPROVED(node -> node.status().equals("APPROVED"), true, false),
    /** Its houses know of it; a house has its part. */
    PUSHED(IssuedTo.Node::pushed, true, true),
    /** A house is at work or has done its part. */
    STARTED(node -> Set.of("STARTED", "DONE").contains(node.status()), false, true),
    DONE(node -> node.status().equals("DONE"), false, true);

    private final Predicate<IssuedTo.Node> holds;
    private final boolean districts;
    private final boolean houses;

    Stage(Predicate<IssuedTo.Node> holds, boolean districts, boolean houses) {
        this.holds = holds;
        this.districts = districts;
        this.houses = houses;
    }

    boolean holds(IssuedTo.Node node) {
        return holds.test(node);
    }

    boolean counts(boolean ofHouses) {
        return ofHouses ? houses : districts;
    }

    /** The stage of that name, or null when there is none. */
    public static @Nullable Stage find(@Nullable String name) {
        for (Stage stage : values()) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        return null;
    }
}

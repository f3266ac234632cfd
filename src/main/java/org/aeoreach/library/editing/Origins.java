package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Asks all other rooms what they know of a document at the desk. */
@ApplicationScoped
class Origins {

    private Instance<Provenance> rooms;

    @SuppressWarnings("NullAway.Init")
    Origins() {}

    @Inject
    Origins(@Any Instance<Provenance> rooms) {
        this.rooms = rooms;
    }

    List<Provenance.Origin> of(String code) {
        return rooms.stream().flatMap(room -> room.of(code).stream()).toList();
    }

    /** @throws org.aeoreach.platform.Problem when one of them refuses it */
    void check(DraftView draft) {
        rooms.forEach(room -> room.check(draft));
    }
}

package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * The numbers this node took from sequences for rows to come. A sequence a crashed database had not written out yet goes
 * back to where it was and gives the same numbers again: what was taken before is then worth nothing.
 */
@ApplicationScoped
class IdBlocks {

    @PersistenceUnit(unitName = "app")
    @SuppressWarnings("NullAway.Init")
    private EntityManagerFactory factory;

    /** The next row asks the database. */
    static void discard() {
        CDI.current().select(IdBlocks.class).get().empty();
    }

    void empty() {
        factory.unwrap(ServerSession.class).getSequencingControl().initializePreallocated();
    }
}

package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;

/** Open tasks that were promised in a contact rely on it. */
@ApplicationScoped
class OpenTasks implements ReliesOnTouchpoint {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    @Override
    @Transactional
    public List<String> reliances(long touchpoint, Language language) {
        long open = ((Number) em.createNativeQuery("select touchpoint_open_tasks(?)")
                        .setParameter(1, touchpoint)
                        .getSingleResult())
                .longValue();
        return open == 0 ? List.of() : List.of(messages.text(language, "outreach.relies.tasks", open));
    }

    /** Tasks that are done count too: what was promised in a contact is part of its story. */
    @Override
    @Transactional
    public Set<Long> relied(Collection<Long> touchpoints) {
        var query = em.createNativeQuery("select touchpoints_with_tasks(cast(? as bigint[]))")
                .setParameter(1, TouchpointWriter.array(touchpoints));
        return Set.copyOf(Rows.list(query, row -> row.id(0)));
    }
}

package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.PersonNames;
import org.jspecify.annotations.Nullable;

/** Looks names up within the viewer's range. */
@ApplicationScoped
public class PeopleNames implements PersonNames {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public Map<Long, Person> of(Collection<@Nullable Long> ids) {
        String array = ids.stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
        Query query = em.createNativeQuery(
                        "select id, login, name_zh, name_en from account where id = any(cast(? as bigint[]))")
                .setParameter(1, array);
        return Rows.list(query, row -> new Person(row.id(0), row.text(1), row.text(2), row.textOrNull(3))).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    @Transactional
    public Optional<Long> idOf(String login) {
        Query query = em.createNativeQuery("select id from account where lower(login) = lower(?)")
                .setParameter(1, login);
        return Rows.one(query, row -> row.id(0));
    }
}

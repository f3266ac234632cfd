package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Role;
import org.jspecify.annotations.Nullable;

/** The ready accounts of a demo installation; the database gives none elsewhere. */
@ApplicationScoped
public class DemoAccounts {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** A fictitious person and one of the roles he holds. */
    public record Account(
            long id,
            String login,
            String nameZh,
            @Nullable String nameEn,
            Role role,
            String unitZh,
            @Nullable String unitEn,
            @Nullable String enterpriseZh,
            @Nullable String enterpriseEn) {}

    /** A person with the roles he holds, the one he signs in with first. */
    public record Person(Account first, List<Role> roles) {}

    /** The people who sign in at a unit. */
    public record Group(String unitZh, @Nullable String unitEn, List<Person> people) {}

    /** By the unit of each person's first role; every person once. */
    static List<Group> groups(List<Account> accounts) {
        Map<Long, List<Account>> people =
                accounts.stream().collect(Collectors.groupingBy(Account::id, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Person>> units = people.values().stream()
                .map(held ->
                        new Person(held.get(0), held.stream().map(Account::role).toList()))
                .collect(Collectors.groupingBy(
                        person -> person.first().unitZh(), LinkedHashMap::new, Collectors.toList()));
        return units.entrySet().stream()
                .map(unit ->
                        new Group(unit.getKey(), unit.getValue().get(0).first().unitEn(), unit.getValue()))
                .toList();
    }

    @Transactional
    public List<Account> list() {
        return Rows.list(
                em.createNativeQuery("select account_id, login, name_zh, name_en, role, unit_zh, unit_en,"
                        + " enterprise_zh, enterprise_en from demo_accounts()"),
                row -> new Account(
                        row.id(0),
                        row.text(1),
                        row.text(2),
                        row.textOrNull(3),
                        Role.valueOf(row.text(4)),
                        row.text(5),
                        row.textOrNull(6),
                        row.textOrNull(7),
                        row.textOrNull(8)));
    }
}

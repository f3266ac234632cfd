package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Officers who may look after enterprises. */
@ApplicationScoped
public class Officers {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** An officer and the unit by which he may. */
    public record Officer(
            long accountId,
            String nameZh,
            @Nullable String nameEn,
            String unitZh,
            @Nullable String unitEn,
            Role role) {}

    /** How to reach the one who looks after an enterprise. @param stands whether his role still lets him */
    public record Facts(String nameZh, @Nullable String nameEn, String mail, boolean stands) {}

    /** Those who may look after everything at or below the path, the nearest first; at most 500. */
    @Transactional
    public List<Officer> forPath(String path) {
        Query query = em.createNativeQuery(
                        "select account_id, name_zh, name_en, unit_zh, unit_en, role from officers_for(?, ?)")
                .setParameter(1, path)
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.list(
                query,
                row -> new Officer(
                        row.id(0),
                        row.text(1),
                        row.textOrNull(2),
                        row.text(3),
                        row.textOrNull(4),
                        Role.valueOf(row.text(5))));
    }

    /** As options of a select, under the names of their units. */
    @Transactional
    public List<Option> options(String path, Page page) {
        return forPath(path).stream()
                .map(each -> new Option(
                        Long.toString(each.accountId()),
                        page.pick(each.nameZh(), each.nameEn()) + " · " + page.t("scope.role." + each.role()),
                        page.pick(each.unitZh(), each.unitEn())))
                .toList();
    }

    @Transactional
    public Optional<Facts> facts(long account, String path) {
        Query query = em.createNativeQuery("select name_zh, name_en, mail, stands from officer_facts(?, ?, ?)")
                .setParameter(1, account)
                .setParameter(2, path)
                .setParameter(3, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.one(query, row -> new Facts(row.text(0), row.textOrNull(1), row.text(2), row.flag(3)));
    }

    /**
     * Makes sure that he may look after what lies at these paths, as things stand.
     *
     * @throws Problem 400 naming the field when he may not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void require(long account, Collection<String> paths, String field) {
        require("select may_coordinate(?, ?, ?)", account, paths, field);
    }

    /**
     * The same, and it stays so until the transaction ends. The enterprises are held before, as everybody holds them.
     *
     * @throws Problem 400 naming the field when he may not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(long account, Collection<String> paths, String field) {
        require("select hold_coordinator(?, ?, ?)", account, paths, field);
    }

    private void require(String question, long account, Collection<String> paths, String field) {
        for (String path : new TreeSet<>(paths)) {
            Query query = em.createNativeQuery(question)
                    .setParameter(1, account)
                    .setParameter(2, path)
                    .setParameter(3, java.sql.Date.valueOf(Time.today(clock)));
            if (!Boolean.TRUE.equals(query.getSingleResult())) {
                throw Problem.invalid(field, "portfolio.invalid.not-eligible");
            }
        }
    }

    /** The path of the lowest unit above all of them; that of GACC for none. */
    public static String above(Collection<String> paths) {
        String common = null;
        for (String path : paths) {
            while (common != null && !path.startsWith(common)) {
                common = common.substring(0, common.length() - 5);
            }
            common = common == null ? path : common;
        }
        return common == null || common.isEmpty() ? "0000." : common;
    }
}

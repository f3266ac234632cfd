package org.aeoreach.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Supplier;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/**
 * Does for somebody outside what only a unit may do: what he sends is entered in the unit's books as if the unit had
 * entered it. Afterwards the transaction sees again what it saw before; whatever is read within must not get out to him.
 */
@ApplicationScoped
public class UnitScope {

    private static final String SET = "set_config('app.lo', ?1, true), set_config('app.hi', ?2, true),"
            + " set_config('app.write_lo', ?3, true), set_config('app.write_hi', ?4, true),"
            + " set_config('app.enterprise', ?5, true)";
    // What was set before is read before it is set anew, in one go: every question that comes passes here twice.
    private static final String ENTER =
            "with before as materialized (select coalesce(current_setting('app.lo', true), '')"
                    + " as lo, coalesce(current_setting('app.hi', true), '') as hi,"
                    + " coalesce(current_setting('app.write_lo', true), '') as write_lo,"
                    + " coalesce(current_setting('app.write_hi', true), '') as write_hi,"
                    + " coalesce(current_setting('app.enterprise', true), '') as enterprise)"
                    + " select lo, hi, write_lo, write_hi, enterprise, " + SET + " from before";

    @Inject
    private Bound bound;

    /**
     * Runs it in the scope of a unit; who acts stays who he is. When it fails the transaction must not go on.
     *
     * @param orgPath of the unit, see {@code unit.org_path}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T run(String orgPath, Supplier<T> entry) {
        String end = OrgPath.end(orgPath);
        List<String> before = Rows.one(
                        bound.query(ENTER, orgPath, end, orgPath, end, ""),
                        row -> List.of(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)))
                .orElseThrow();
        T made = entry.get();
        bound.query("select " + SET, before.toArray()).getSingleResult();
        return made;
    }
}

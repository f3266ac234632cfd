package org.aeoreach.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** The General Administration and the customs districts. */
@ApplicationScoped
public class Publishers {

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    Publishers() {}

    @Inject
    Publishers(Bound bound) {
        this.bound = bound;
    }

    /** By their codes, the General Administration first; those that were closed, too. */
    @Transactional
    public List<Publisher> all() {
        return Rows.list(
                bound.query(
                        "select u.code, u.org_path, n.zh, coalesce(n.en, n.zh), coalesce(u.closed_on <= china_day(),"
                                + " false) from unit u join unit_name n on n.unit_id = u.id and n.valid_to is null"
                                + " where u.kind in ('GACC', 'DISTRICT') order by u.code"),
                row -> new Publisher(row.text(0), row.text(1), row.text(2), row.text(3), row.flag(4)));
    }

    /** Empty for a code that is none of theirs. */
    @Transactional
    public Optional<Publisher> of(@Nullable String code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }
}

package org.aeoreach.training.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Types of delegates of conferences. */
@ApplicationScoped
public class DelegateTypes {

    private static final String OF = "select d.id, d.name_zh, d.name_en, d.seats from training_delegate_type d"
            + " where d.session_id = ?1 order by d.position, d.id";

    @Inject
    private Bound bound;

    /** In their order; none for most sessions. */
    @Transactional
    public List<DelegateType> of(long session) {
        return Rows.list(bound.query(OF, session), DelegateTypes::type);
    }

    /** What a form offers. */
    @Transactional
    public List<Option> options(long session, Page page) {
        return of(session).stream()
                .map(each -> new Option(Long.toString(each.id()), page.pick(each.nameZh(), each.nameEn())))
                .toList();
    }

    /** @throws Problem 400 at {@code delegateType} when one is missing, or it is none of the session's */
    @Transactional
    public void check(long session, @Nullable Long type) {
        List<DelegateType> types = of(session);
        if (type == null ? !types.isEmpty() : types.stream().noneMatch(each -> each.id() == type)) {
            throw Problem.invalid("delegateType", "conference.invalid.type");
        }
    }

    private static DelegateType type(Rows.Row row) {
        Long seats = row.idOrNull(3);
        return new DelegateType(row.id(0), row.text(1), row.textOrNull(2), seats == null ? null : seats.intValue());
    }
}

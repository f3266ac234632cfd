package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Questions that a document answered, so that no officer had to. */
@ApplicationScoped
public class Spared {

    /** Documents listed at most. */
    static final int MOST = 100;

    // Those asked of units the viewer is above; where no unit was named, of the whole country.
    private static final String SEEN = " from enquiry_spared s left join document d on d.id = s.document_id"
            + " left join document_text t on t.document_id = d.id and t.language = ?1"
            + " left join document_text o on o.document_id = d.id and o.language <> ?1"
            + " where s.at > now() - interval '12 months'"
            + " and coalesce(s.org_path, '0000.') >= nullif(current_setting('app.lo', true), '')"
            + " and coalesce(s.org_path, '0000.') < current_setting('app.hi', true)";
    private static final String LIST = "select d.code, coalesce(t.title, o.title, d.code), count(*), max(s.at),"
            + " coalesce(d.archived, true), sum(count(*)) over ()" + SEEN + " group by 1, 2, 5"
            + " order by 3 desc, 4 desc, 1 limit " + MOST;

    @Inject
    private Bound bound;

    /**
     * A document and how many questions it answered.
     *
     * @param title null when it is there no more
     * @param href null when nobody can read it any more
     */
    public record By(@Nullable String title, @Nullable String href, long times) {}

    private record Counted(By by, long all) {}

    /**
     * The last 12 months.
     *
     * @param all how many questions
     * @param documents those that answered most of them
     */
    public record Year(long all, List<By> documents) {}

    /** Of the viewer's unit and those below. */
    @Transactional
    public Year year(Language language) {
        List<Counted> rows = Rows.list(bound.query(LIST, language.code()), Spared::counted);
        return new Year(
                rows.isEmpty() ? 0 : rows.get(0).all(),
                rows.stream().map(Counted::by).toList());
    }

    private static Counted counted(Rows.Row row) {
        String code = row.textOrNull(0);
        String href = code == null || row.flag(4) ? null : DocumentAddress.of(code);
        return new Counted(new By(row.textOrNull(1), href, row.id(2)), row.id(5));
    }
}

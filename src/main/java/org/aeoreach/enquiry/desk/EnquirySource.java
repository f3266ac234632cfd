package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.aeoreach.platform.Rows;
import org.aeoreach.search.Entry;
import org.aeoreach.search.Indexed;
import org.aeoreach.search.Reach;

/**
 * Enquiries as they are found: by number, subject, asker and the words of what was asked and answered, as far as the index
 * has room for them.
 */
@ApplicationScoped
public class EnquirySource implements Indexed {

    public static final String KIND = "enquiry";

    /** Mark of those that are neither answered nor closed. */
    static final String OPEN = "open";

    // Of a million enquiries so many characters of each are a gigabyte or two.
    private static final int MOST_OF_ONE = 1000;
    private static final int MOST_OF_ALL = 2000;
    private static final String WORDS =
            "(select left(string_agg(left(m.body, " + MOST_OF_ONE + "), ' ' order by m.id), "
                    + MOST_OF_ALL + ") from enquiry_message m where m.enquiry_id = e.id and m.undone_at is null"
                    + " and m.kind in ('QUESTION', 'SUPPLEMENT', 'REQUEST', 'ANSWER'))";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String bounds() {
        return "select min(id), max(id), count(*) from enquiry";
    }

    @Override
    public String rows() {
        return "select e.id, e.org_path, e.number, e.subject, e.asker_name, " + WORDS
                + ", exists (select from enquiry_work w where w.enquiry_id = e.id"
                + " and w.status not in ('ANSWERED', 'CLOSED')) from enquiry e where e.id between ? and ?";
    }

    /** The newest first among those found alike. */
    @Override
    public Entry entry(Rows.Row row) {
        String words = Objects.requireNonNullElse(row.textOrNull(5), "")
                .replaceAll("\\s+", " ")
                .strip();
        return new Entry(
                row.id(0),
                row.text(1),
                Reach.UNIT,
                -row.id(0),
                List.of(row.text(2)),
                List.of(row.text(3), row.text(4)),
                List.of(),
                words.isEmpty() ? List.of() : List.of(words),
                row.flag(6) ? List.of(OPEN) : List.of());
    }
}

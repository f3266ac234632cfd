package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contact can be about: an item of the standard or an arrangement of mutual recognition. Nobody edits these rows,
 * so a newer file replaces what stands there.
 *
 * @param ref names it for ever
 * @param number in the standard; null for an arrangement
 * @param certainty how sure the row is, as the file says
 */
record ContactSubject(
        String ref,
        String kind,
        String position,
        @Nullable String number,
        List<String> category,
        List<String> title,
        String status,
        String source,
        String certainty) {

    static final String FILE = "reference/contact-subjects.csv";

    private static final List<String> COLUMNS = List.of(
            "kind",
            "ref",
            "position",
            "number",
            "category_zh",
            "category_en",
            "title_zh",
            "title_en",
            "status",
            "source",
            "certainty");

    private static final String LOAD = """
            insert into aeo.contact_subject as s (ref, kind, position, number, category_zh, category_en, title_zh, title_en,
                                                  status, source, certainty)
            select r.ref, r.kind, r.position::int, r.number, r.category_zh, r.category_en, r.title_zh, r.title_en, r.status,
                   r.source, r.certainty
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) r (ref, kind, position, number, category_zh, category_en,
                                                            title_zh, title_en, status, source, certainty)
            on conflict (ref) do update set (kind, position, number, category_zh, category_en, title_zh, title_en, status,
                                             source, certainty)
                = (excluded.kind, excluded.position, excluded.number, excluded.category_zh, excluded.category_en,
                   excluded.title_zh, excluded.title_en, excluded.status, excluded.source, excluded.certainty)
            where (s.kind, s.position, s.number, s.category_zh, s.category_en, s.title_zh, s.title_en, s.status, s.source,
                   s.certainty)
                is distinct from (excluded.kind, excluded.position, excluded.number, excluded.category_zh,
                   excluded.category_en, excluded.title_zh, excluded.title_en, excluded.status, excluded.source,
                   excluded.certainty)
            """;

    static List<ContactSubject> all() {
        return CsvFile.resource(FILE, COLUMNS, ContactSubject::of);
    }

    private static ContactSubject of(CsvRow row) {
        String kind = row.text("kind");
        if (!kind.equals("CRITERION") && !kind.equals("ARRANGEMENT")) {
            throw row.fault("kind is neither CRITERION nor ARRANGEMENT");
        }
        return new ContactSubject(
                row.text("ref"),
                kind,
                row.text("position"),
                row.textOrNull("number"),
                List.of(row.text("category_zh"), row.text("category_en")),
                List.of(row.text("title_zh"), row.text("title_en")),
                row.text("status"),
                row.text("source"),
                row.text("certainty"));
    }

    /** @return how many were added or changed */
    static int load(Connection connection, List<ContactSubject> all) throws SQLException {
        return BulkInsert.run(
                connection,
                LOAD,
                all,
                ContactSubject::ref,
                ContactSubject::kind,
                ContactSubject::position,
                ContactSubject::number,
                subject -> subject.category().get(0),
                subject -> subject.category().get(1),
                subject -> subject.title().get(0),
                subject -> subject.title().get(1),
                ContactSubject::status,
                ContactSubject::source,
                ContactSubject::certainty);
    }
}

package org.aeoreach.library.searching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.aeoreach.library.retrieval.LibraryDocument;
import org.aeoreach.library.retrieval.LibraryText;
import org.aeoreach.library.retrieval.Retrieval;
import org.aeoreach.library.retrieval.Vocabulary;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.aeoreach.search.Source;
import org.apache.lucene.document.Document;

/** Published documents as they are found. */
@ApplicationScoped
public class LibrarySource implements Source {

    public static final String KIND = "document";

    private static final String ROWS = "select d.id, d.code, d.kind, array_to_string(d.audience, ','),"
            + " array_to_string(d.tracks, ','), array_to_string(d.topics, ','), d.issuer, d.number, d.published_on,"
            + " d.effective_from, d.repealed_from, (select json_agg(json_build_object('language', t.language, 'title',"
            + " t.title, 'summary', t.summary, 'sections', (select coalesce(json_agg(json_build_array(s.anchor, s.heading,"
            + " s.plain) order by s.position), '[]') from document_section s where s.document_id = t.document_id and"
            + " s.language = t.language)))::text from document_text t where t.document_id = d.id), u.code, d.org_path"
            + " from document d join unit u on u.id = d.unit_id where d.id between ? and ? and not d.archived"
            + " and exists (select from document_text t where t.document_id = d.id)";

    private final Retrieval retrieval = new Retrieval(Vocabulary.glossary());

    /** By which what is in the index is asked. */
    Retrieval retrieval() {
        return retrieval;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return retrieval.version();
    }

    @Override
    public String bounds() {
        return "select min(id), max(id), count(*) from document where not archived";
    }

    @Override
    public String rows() {
        return ROWS;
    }

    @Override
    public int rowsAtOnce() {
        return 10;
    }

    @Override
    public List<Document> documents(Rows.Row row) {
        var facts = new LibraryDocument.Facts(
                new LibraryDocument.Keeper(row.text(12), row.text(13)),
                row.text(2),
                list(row.text(3)),
                list(row.text(4)),
                list(row.text(5)),
                Objects.requireNonNullElse(row.textOrNull(6), ""),
                Objects.requireNonNullElse(row.textOrNull(7), ""),
                row.dateOrNull(8),
                row.dateOrNull(9),
                row.dateOrNull(10));
        return retrieval.documents(new LibraryDocument(row.id(0), row.text(1), facts, texts(row.text(11))));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }

    private static List<LibraryText> texts(String json) {
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(LibrarySource::text)
                    .toList();
        }
    }

    private static LibraryText text(JsonObject text) {
        List<LibraryText.Section> sections = text.getJsonArray("sections").getValuesAs(JsonArray.class).stream()
                .map(cells -> new LibraryText.Section(cells.getString(0), cells.getString(1), cells.getString(2)))
                .toList();
        return new LibraryText(
                text.getString("language"), text.getString("title"), text.getString("summary"), sections);
    }
}

package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Documents answers rest on, each in the version their authors read. */
@ApplicationScoped
public class Citations {

    private static final String TITLE = "coalesce((select t.title from document_text t where t.document_id = d.id"
            + " and t.language = ?2), (select min(t.title) from document_text t where t.document_id = d.id), d.code)";
    private static final Pattern WRITTEN = Pattern.compile("([^@#]+)(?:@([0-9]{1,9}))?(?:#(.*))?");
    private static final String KNOWN = "select d.id, d.code, coalesce(cast(?3 as int), d.version), " + TITLE
            + " from document d where d.code = ?1 and not d.archived"
            + " and coalesce(cast(?3 as int), d.version) between 1 and d.version";
    // The index may still tell what stood there a moment ago; cited too old, an answer is looked at again.
    private static final String SHOWN = "select d.code, coalesce((select max(v.version) from document_version v"
            + " where v.document_id = d.id and v.published_at <= now() - interval '1 minute'),"
            + " (select min(v.version) from document_version v where v.document_id = d.id), d.version)"
            + " from document d where d.code = any (string_to_array(?1, ','))";
    private static final String TITLES =
            "select d.code, " + TITLE + " from document d where d.code = any (string_to_array(?1, ','))";
    private static final String IN_FORCE = "not d.archived and coalesce(d.repealed_from > china_day(), true)";
    private static final String JUDGED =
            " from enquiry_recheck r where r.message_id = ?1 and r.document_id = d.id and r.status = 'STILL_RIGHT'";
    // What was repealed stays only for who has not been asked about it yet.
    private static final String INSTEAD = "select d.id, d.code, case when d.id = ?3 then ?4 else"
            + " coalesce((select max(r.to_version)" + JUDGED + "), c.version) end, " + TITLE + ", c.anchor"
            + " from enquiry_citation c join document d on d.id = c.document_id where c.message_id = ?1 and ("
            + IN_FORCE + " or (d.id <> ?3 and not exists (select" + JUDGED + " and r.why <> 'CHANGED')))"
            + " order by c.position";
    private static final String STANDING = "select d.id from document d where d.id = any (cast(string_to_array(?1, ',')"
            + " as bigint[])) and " + IN_FORCE;
    private static final String OF = "select c.message_id, d.id, d.code, c.version, " + TITLE
            + ", c.anchor from enquiry_message m join enquiry_citation c on c.message_id = m.id"
            + " join document d on d.id = c.document_id where m.enquiry_id = ?1 order by c.message_id, c.position";
    private static final String ADD =
            "insert into enquiry_citation (message_id, position, document_id, version, anchor)"
                    + " values (?1, ?2, ?3, ?4, cast(?5 as text))";

    @Inject
    private Bound bound;

    @Inject
    private Messages messages;

    @Inject
    private Configuration configuration;

    /** A document whose change somebody has looked at. @param version up to which */
    public record Looked(long documentId, int version) {}

    /**
     * What was cited, each document once, in the oldest of the versions named.
     *
     * @param cited as {@link Reply#CITATION}
     * @throws Problem 400 at {@code citations} when the library has no such document or version
     */
    @Transactional
    public List<Citation> read(List<String> cited, Language language) {
        return once(cited.stream().map(each -> read(each, language)));
    }

    private Citation read(String cited, Language language) {
        Matcher parts = WRITTEN.matcher(cited);
        if (!parts.matches()) {
            throw unknown(cited);
        }
        String anchor = parts.group(3) == null || parts.group(3).isEmpty() ? null : parts.group(3);
        Integer version = parts.group(2) == null ? null : Integer.valueOf(parts.group(2));
        return Rows.one(
                        bound.query(KNOWN, parts.group(1), language.code(), version),
                        row -> citation(row.id(0), row.text(1), (int) row.id(2), row.text(3), anchor))
                .orElseThrow(() -> unknown(parts.group(1)));
    }

    private static Problem unknown(String cited) {
        return Problem.invalid("citations", "desk.invalid.citation", cited);
    }

    private static List<Citation> once(Stream<Citation> all) {
        Map<Long, Citation> known = new LinkedHashMap<>();
        all.forEach(each ->
                known.merge(each.documentId(), each, (one, other) -> one.version() <= other.version() ? one : other));
        return List.copyOf(known.values());
    }

    /**
     * What an answer rests on that takes the place of another: what its author cites, and what that one cited, each
     * document in the version somebody looked at last; so the others are listed for a second look again.
     *
     * @param looked the document the author of the new answer has looked at
     * @throws Problem 400 as {@link #read(List, Language)}
     */
    @Transactional
    public List<Citation> instead(long message, Looked looked, List<String> cited, Language language) {
        List<Citation> kept = Rows.list(
                bound.query(INSTEAD, message, language.code(), looked.documentId(), looked.version()),
                row -> citation(row.id(0), row.text(1), (int) row.id(2), row.text(3), row.textOrNull(4)));
        return once(Stream.concat(kept.stream(), read(cited, language).stream()));
    }

    /** Those in force today. */
    @Transactional
    public List<Citation> inForce(List<Citation> all) {
        Set<Long> standing = Set.copyOf(Rows.list(
                bound.query(STANDING, all.stream().map(Citation::documentId).toList()), row -> row.id(0)));
        return all.stream().filter(each -> standing.contains(each.documentId())).toList();
    }

    /** The version in which the index shows each of these documents; an older one when it may lag behind. */
    @Transactional
    Map<String, Long> shown(Set<String> codes) {
        Map<String, Long> versions = new HashMap<>();
        Rows.list(bound.query(SHOWN, codes), row -> row).forEach(row -> versions.put(row.text(0), row.id(1)));
        return versions;
    }

    /** The code of the document somebody cites. @param cited as {@link Reply#CITATION} */
    static String code(String cited) {
        return cited.replaceFirst("[@#].*", "");
    }

    /** Titles of documents by their codes, in this language where they have one in it. */
    @Transactional
    Map<String, String> titles(Set<String> codes, Language language) {
        Map<String, String> titles = new HashMap<>();
        if (!codes.isEmpty()) {
            Rows.list(bound.query(TITLES, codes, language.code()), row -> row)
                    .forEach(row -> titles.put(row.text(0), row.text(1)));
        }
        return titles;
    }

    /** Keeps what a message of the viewer's rests on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(long message, List<Citation> all) {
        for (int i = 0; i < all.size(); i++) {
            Citation each = all.get(i);
            bound.query(ADD, message, i, each.documentId(), each.version(), each.anchor())
                    .executeUpdate();
        }
    }

    /** Those of every message of a thread the viewer may read. */
    @Transactional
    public Map<Long, List<Citation>> of(long enquiry, Language language) {
        Map<Long, List<Citation>> all = new HashMap<>();
        Rows.list(bound.query(OF, enquiry, language.code()), row -> row)
                .forEach(row -> all.computeIfAbsent(row.id(0), message -> new ArrayList<>())
                        .add(citation(row.id(1), row.text(2), (int) row.id(3), row.text(4), row.textOrNull(5))));
        return all;
    }

    /** As lines of a letter; empty without any. */
    public String lines(List<Citation> all, Language language) {
        return all.stream()
                .map(each -> messages.text(
                        language, "desk.letter.source", each.title(), configuration.baseUrl() + each.href()))
                .collect(Collectors.joining("\n"));
    }

    private static Citation citation(long id, String code, int version, String title, @Nullable String anchor) {
        String href = DocumentAddress.of(code, anchor == null ? "" : anchor);
        return new Citation(id, code, version, anchor, title, href);
    }
}

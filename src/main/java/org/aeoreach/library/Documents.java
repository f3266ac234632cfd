package org.aeoreach.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aeoreach.library.content.Certainty;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;

/** Documents as everybody may read them. */
@ApplicationScoped
public class Documents {

    private static final String EVERYWHERE = "0000";
    private static final String ONE = "select d.id, d.code, d.kind, array_to_string(d.audience, ','),"
            + " array_to_string(d.tracks, ','), array_to_string(d.topics, ','), array_to_string(d.journey, ','),"
            + " d.issuer, d.number, d.published_on, d.effective_from, d.repealed_from, d.certainty,"
            + " array_to_string(d.sources, chr(10)), d.review_on, u.code, d.archived, d.version, d.changed_at, d.origin,"
            + " a.published_at, a.note, exists (select from document_version i where i.document_id = d.id"
            + " and i.origin = 'IMPORT') from document d join unit u on u.id = d.unit_id left join lateral"
            // The version it was archived in; later ones may have changed it since.
            + " (select v.published_at, v.note from document_version v where v.document_id = d.id and d.archived"
            + " and cast(v.content->>'archived' as boolean) and not exists (select from document_version n"
            + " where n.document_id = d.id and n.version > v.version and not cast(n.content->>'archived' as boolean))"
            + " order by v.version limit 1) a on true where d.code = ?1";
    private static final String FILES = "select f.name, f.media_type, f.bytes, f.sha256 from document_file f"
            + " where f.document_id = ? order by f.position";
    // What districts write is for their own area: for units there and above. Whoever asks for a district reads what it
    // wrote wherever he is.
    private static final String IN_AREA = "(d.org_path = '0000.' or (?8 <> '' and (starts_with(?8, d.org_path)"
            + " or starts_with(d.org_path, ?8))))";
    private static final String LINKS = "select l.relation, false, " + DocumentLink.OTHER + ", l.position as place"
            + " from document_link l join document d on d.code = l.target and not d.archived where l.document_id = ?1"
            + " union all select l.relation, true, " + DocumentLink.OTHER + ", l.position"
            + " from document_link l join document d on d.id = l.document_id and not d.archived where l.target = ?2"
            + " and " + IN_AREA.replace("?8", "?3")
            + " and not (l.relation = 'RELATED' and exists (select from document_link b where b.document_id = ?1"
            + " and b.target = d.code)) order by 1, 2, 9, 3";
    // What took its place, or what it took the place of, as far as it is in force on the day.
    private static final String INSTEAD = "with recursive near (code) as (select cast(?1 as text) collate \"C\""
            + " union select case when ?3 = 'LATER' then s.code else l.target end from near n"
            + " join document_link l on l.relation = 'REPEALS' and case when ?3 = 'LATER' then l.target = n.code"
            + " else l.document_id = (select f.id from document f where f.code = n.code) end"
            + " join document s on s.id = l.document_id)"
            + " select 'INSTEAD', true, " + DocumentLink.OTHER + " from near n join document d on d.code = n.code"
            + " where d.code <> ?1 and not d.archived and (d.effective_from is null or d.effective_from <= ?2)"
            + " and (d.repealed_from is null or d.repealed_from > ?2) order by 3";
    private static final String NEIGHBOURS = "(select 'BEFORE', false, " + DocumentLink.OTHER + " from document d"
            + " where d.kind = ?1 and not d.archived and d.sort_key < (select m.sort_key from document m"
            + " where m.code = ?2) order by d.sort_key desc limit 1) union all (select 'AFTER', false, "
            + DocumentLink.OTHER + " from document d where d.kind = ?1 and not d.archived and d.sort_key >"
            + " (select m.sort_key from document m where m.code = ?2) order by d.sort_key limit 1)";
    private static final String FILTERED = " from document d where not d.archived"
            + " and (?1 = '' or d.audience @> string_to_array(?1, ','))"
            + " and (?2 = '' or d.tracks @> string_to_array(?2, ','))"
            + " and (?3 = '' or d.topics @> string_to_array(?3, ','))"
            + " and (?4 = '' or d.journey @> string_to_array(?4, ','))"
            + " and (?5 = '' or d.effective_from is null or d.effective_from <= ?6)"
            + " and ((?5 = '' and ?7 = 'yes') or d.repealed_from is null or d.repealed_from > ?6)"
            + " and case when ?9 = '' then " + IN_AREA
            + " else starts_with(d.org_path, (select u.org_path from unit u where u.code = ?9)) end";
    private static final String LIST = "select p.code, p.kind, t.title, t.summary, t.language, p.number,"
            + " p.effective_from, p.repealed_from, p.certainty, p.sort_key, case when p.org_path <> '0000.' then"
            + " (select case ?13 when 'en' then coalesce(n.en, n.zh) else n.zh end from unit_name n"
            + " where n.unit_id = p.unit_id and n.valid_to is null) end from (select d.*" + FILTERED
            + " and (?10 = '' or d.kind = ?10) and d.sort_key > ?11 order by d.sort_key limit ?12) p cross join lateral"
            + " (select x.* from document_text x where x.document_id = p.id order by (x.language = ?13) desc limit 1) t"
            + " order by p.sort_key";

    private Bound bound;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Documents() {}

    @Inject
    Documents(Bound bound, CurrentViewer viewer) {
        this.bound = bound;
        this.viewer = viewer;
    }

    /** @throws Problem 404 when there is none with this code */
    @Transactional
    public DocumentView get(String code) {
        return Rows.one(bound.query(ONE, code), row -> row).map(this::view).orElseThrow(Problem::notFound);
    }

    private DocumentView view(Rows.Row row) {
        long id = row.id(0);
        List<DocumentText> texts = Rows.list(
                bound.query(
                        "select language, title, summary, markdown, behind, changed_at from document_text"
                                + " where document_id = ? order by language desc",
                        id),
                text -> new DocumentText(
                        text.text(0), text.text(1), text.text(2), text.text(3), text.flag(4), text.instant(5)));
        List<DocumentLink> links = Rows.list(bound.query(LINKS, id, row.text(1), area()), DocumentLink::of);
        List<DocumentFile> files = Rows.list(bound.query(FILES, id), file -> DocumentFile.of(row.text(1), file));
        return new DocumentView(
                row.text(1),
                DocumentKind.valueOf(row.text(2)),
                split(row.text(3)),
                split(row.text(4)),
                split(row.text(5)),
                split(row.text(6)),
                row.textOrNull(7),
                row.textOrNull(8),
                row.dateOrNull(9),
                row.dateOrNull(10),
                row.dateOrNull(11),
                Certainty.valueOf(row.text(12)),
                row.text(13).isEmpty() ? List.of() : List.of(row.text(13).split("\n")),
                row.dateOrNull(14),
                row.text(15),
                row.flag(16),
                row.instantOrNull(20) == null ? null : new Archived(row.instant(20), row.text(21)),
                row.text(19),
                row.flag(22),
                Math.toIntExact(row.id(17)),
                row.instant(18),
                texts,
                links,
                files);
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    /** What is in force on a day on which this one is not: what took its place, or what it was to replace. */
    @Transactional
    public List<DocumentLink> instead(DocumentView document, LocalDate day) {
        return switch (document.on(day)) {
            case REPEALED -> chain(document.id(), day, "LATER");
            case NOT_YET -> chain(document.id(), day, "EARLIER");
            default -> List.of();
        };
    }

    private List<DocumentLink> chain(String code, LocalDate day, String direction) {
        return Rows.list(bound.query(INSTEAD, code, Date.valueOf(day), direction), DocumentLink::of);
    }

    /** The documents before and after it among those of its kind. */
    @Transactional
    public List<DocumentLink> neighbours(DocumentView document) {
        return Rows.list(bound.query(NEIGHBOURS, document.kind().name(), document.id()), DocumentLink::of);
    }

    /**
     * A part of a list.
     *
     * @param day on which they are in force; those to come and, if asked for, those repealed are listed too, unless the
     *     filter names the day
     * @param after {@link DocumentCard#order} of the last one of the part before
     */
    @Transactional
    public Slice<DocumentCard> list(DocumentFilter filter, LocalDate day, String after, int limit, Language language) {
        Object[] more = {filter.kind(), after, limit + 1, language.code()};
        var query = bound.query(
                LIST, Stream.of(bound(filter, day), more).flatMap(Stream::of).toArray());
        return Slice.of(Rows.list(query, DocumentCard::of), limit, DocumentCard::order);
    }

    /** How many of each kind there are, whatever kind the filter names; those without are left out. */
    @Transactional
    public Map<DocumentKind, Long> kinds(DocumentFilter filter, LocalDate day) {
        Map<DocumentKind, Long> all = new TreeMap<>();
        Rows.list(
                        bound.query("select d.kind, count(*)" + FILTERED + " group by d.kind", bound(filter, day)),
                        row -> row)
                .forEach(row -> all.put(DocumentKind.valueOf(row.text(0)), row.id(1)));
        return all;
    }

    /** Where the reader is; empty when nobody is signed in. */
    private String area() {
        return viewer.get().map(Viewer::orgPath).orElse("");
    }

    private Object[] bound(DocumentFilter filter, LocalDate day) {
        return new Object[] {
            filter.audience(),
            filter.track(),
            filter.topic(),
            filter.step(),
            filter.asOf(),
            Date.valueOf(day),
            filter.withRepealed() ? "yes" : "",
            area(),
            filter.district()
        };
    }

    /** A topic and how many documents there are about it today. */
    public record Topic(String code, String zh, String en, long documents) {
        public String name(Language language) {
            return language.pick(zh, en);
        }
    }

    /** Topics in their order. */
    @Transactional
    public List<Topic> topics(LocalDate day) {
        return Rows.list(
                bound.query(
                        "select t.code, t.zh, t.en, (select count(*) from document d where not d.archived"
                                + " and d.topics @> array[t.code] and (d.repealed_from is null or d.repealed_from > ?1)"
                                + " and " + IN_AREA.replace("?8", "?2") + ") from library_topic t order by t.position",
                        Date.valueOf(day),
                        area()),
                row -> new Topic(row.text(0), row.text(1), row.text(2), row.id(3)));
    }

    /** A district that keeps documents of its own. @param orgPath of the unit */
    public record District(String code, String orgPath, String zh, String en, long documents) {
        public String name(Language language) {
            return language.pick(zh, en);
        }
    }

    /** Units below the General Administration that keep documents, by their codes. */
    @Transactional
    public List<District> districts() {
        return Rows.list(
                bound.query(
                        "select u.code, u.org_path, n.zh, coalesce(n.en, n.zh), k.many from (select d.unit_id, count(*)"
                                + " as many from document d where d.org_path > '0000.' and not d.archived group by d.unit_id) k"
                                + " join unit u on u.id = k.unit_id join unit_name n on n.unit_id = u.id and n.valid_to is null"
                                + " order by u.code"),
                row -> new District(row.text(0), row.text(1), row.text(2), row.text(3), row.id(4)));
    }

    /** The district that keeps a document; empty for what holds everywhere. */
    @Transactional
    public Optional<District> district(DocumentView document) {
        return document.owner().equals(EVERYWHERE)
                ? Optional.empty()
                : districts().stream()
                        .filter(each -> each.code().equals(document.owner()))
                        .findFirst();
    }

    /** Whether the reader is known to be outside of the area of a district. */
    public boolean elsewhere(District district) {
        String area = area();
        return !area.isEmpty()
                && !area.startsWith(district.orgPath())
                && !district.orgPath().startsWith(area);
    }

    /** Steps of the journey about which there is something. */
    @Transactional
    public List<String> steps() {
        return Rows.list(
                bound.query("select distinct s from document d cross join unnest(d.journey) s where not d.archived"),
                row -> row.text(0));
    }
}

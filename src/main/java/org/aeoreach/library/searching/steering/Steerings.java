package org.aeoreach.library.searching.steering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.library.retrieval.Steering;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;

/** Keeps what editors decided, and knows on each node what holds now. */
@ApplicationScoped
public class Steerings implements Tick {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST = 120;
    /** Above all units: it holds for the whole country. */
    private static final String TOP = "0000.";

    private static final String PINS = "select p.question, d.code, coalesce(z.title, e.title, d.code),"
            + " coalesce(e.title, z.title, d.code) from library_pin p join document d on d.id = p.document_id"
            + " left join document_text z on z.document_id = d.id and z.language = 'zh'"
            + " left join document_text e on e.document_id = d.id and e.language = 'en'"
            + " order by p.question, p.words, p.position";

    @Inject
    private SystemDatabase database;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    private volatile Steering now = Steering.NONE;

    /** What holds on this node now. The same object as long as nothing changes. */
    public Steering now() {
        return now;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        Map<String, List<String>> first = new LinkedHashMap<>();
        database.list(
                        "select p.words, d.code from library_pin p join document d on d.id = p.document_id"
                                + " where not d.archived order by p.words, p.position",
                        row -> List.of(row.text(0), row.text(1)))
                .forEach(pair -> first.computeIfAbsent(pair.get(0), words -> new ArrayList<>())
                        .add(pair.get(1)));
        List<String> names = database.list("select names from library_same order by id", row -> row.text(0));
        Steering read = new Steering(
                names.stream().map(Same::split).map(Steering::concept).toList(), first);
        if (!read.equals(now)) {
            now = read;
        }
    }

    /** All questions with documents that come first. */
    @Transactional
    public List<Pins> pins() {
        Map<String, List<Pins.Pinned>> all = new LinkedHashMap<>();
        Rows.list(bound.query(PINS), row -> row)
                .forEach(row -> all.computeIfAbsent(row.text(0), question -> new ArrayList<>())
                        .add(new Pins.Pinned(row.text(1), row.text(2), row.text(3))));
        return all.entrySet().stream()
                .map(each -> new Pins(each.getKey(), each.getValue()))
                .toList();
    }

    /** All words that mean the same. */
    @Transactional
    public List<Same> same() {
        return Rows.list(
                bound.query("select id, names from library_same order by names"),
                row -> new Same(row.id(0), row.text(1)));
    }

    /**
     * Puts documents first for a question, in place of those that were.
     *
     * @throws Problem 400 at {@code q} when it says nothing or is too long, at {@code pin} when a document is not there
     */
    @Transactional
    public void pin(String question, List<String> codes) {
        String words = Steering.words(question);
        if (words.isEmpty() || words.length() > LONGEST || question.strip().length() > LONGEST) {
            throw Problem.invalid("q", "librarysearch.invalid.words");
        }
        Object kept = bound.query(
                        "select library_pin_set(?, ?, string_to_array(nullif(?, ''), chr(10)))",
                        words,
                        question.strip(),
                        String.join("\n", codes))
                .getSingleResult();
        if (((Number) kept).intValue() != codes.size()) {
            throw Problem.invalid("pin", "librarysearch.invalid.document");
        }
        audit.record(
                "library.pin",
                AuditTrail.Subject.unnumbered("library_pin", TOP),
                Changes.none().with("question", question.strip()).with("codes", String.join(", ", codes)));
    }

    /** @throws Problem 400 at {@code same} when there are fewer than two names, or these were there */
    @Transactional
    public void join(String names) {
        List<String> split = Same.split(names);
        if (split.size() < 2 || split.stream().anyMatch(name -> name.length() > 40)) {
            throw Problem.invalid("same", "librarysearch.invalid.same");
        }
        Object added = bound.query("select library_same_add(?)", String.join(", ", split))
                .getSingleResult();
        if (!Boolean.TRUE.equals(added)) {
            throw Problem.invalid("same", "librarysearch.invalid.same-twice");
        }
        audit.record(
                "library.join-words",
                AuditTrail.Subject.unnumbered("library_same", TOP),
                Changes.none().with("names", String.join(", ", split)));
    }

    /** @throws Problem 404 when they are not there */
    @Transactional
    public void part(long id) {
        Object removed = bound.query("select library_same_remove(?)", id).getSingleResult();
        if (removed == null) {
            throw Problem.notFound();
        }
        audit.record(
                "library.part-words",
                new AuditTrail.Subject("library_same", id, TOP),
                Changes.none().with("names", removed, null));
    }
}

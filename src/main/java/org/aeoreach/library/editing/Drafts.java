package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.library.DocumentVersions;
import org.aeoreach.library.content.Codes;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Writing documents: begun, changed, sent for review, given back, approved. */
@ApplicationScoped
public class Drafts {
    private static final String TOP = "0000.";
    private static final List<DocumentKind> OF_DISTRICTS = List.of(DocumentKind.SERVICE_GUIDE, DocumentKind.QUESTION);
    private static final String ADD = "insert into document_draft (code, unit_id, org_path, facts, links, zh_title,"
            + " zh_summary, zh_markdown, en_title, en_summary, en_markdown, note, base_version, author_id, archiving)"
            + " values (?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, ?, ?, '', ?, ?, ?)"
            // Of two who begin at once one is told.
            + " on conflict do nothing returning id";
    private static final String SAVE =
            "update document_draft set facts = cast(? as jsonb), links = cast(? as jsonb), zh_title = ?,"
                    + " zh_summary = ?, zh_markdown = ?, en_title = ?, en_summary = ?, en_markdown = ?, in_step = ?, note = ?,"
                    + " changed_at = now(), version = version + 1 where id = ? and version = ? and state = 'DRAFT' and not archiving";

    @Inject
    private Bound bound;

    @Inject
    private DraftReader reader;

    @Inject
    private DraftChecks checks;

    @Inject
    private DocumentVersions versions;

    @Inject
    private NewerFiles files;

    @Inject
    private Origins origins;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Where a published document stands. */
    private record Published(String code, int version, long unitId, String orgPath, boolean archived) {}

    /**
     * Begins a new document of the viewer's unit.
     *
     * @throws Problem 403 for a kind only the General Administration writes, 409 when the code is in use
     */
    @Transactional
    public DraftView begin(Beginning beginning) {
        Viewer me = viewer.require();
        requireKind(beginning.kind(), me.orgPath());
        if (published(beginning.code()).isPresent()
                || reader.open(beginning.code()).isPresent()) {
            throw Problem.invalid("code", "library.invalid.code-taken");
        }
        String owner =
                me.orgPath().substring(me.orgPath().length() - 5, me.orgPath().length() - 1);
        JsonObject facts = DraftFacts.begun(beginning, owner);
        return added(add(
                new Published(beginning.code(), 0, me.unitId(), me.orgPath(), false), facts, "[]", NOTHING, NOTHING));
    }

    private static final DraftView.Side NOTHING = new DraftView.Side("", "", "");

    /**
     * Opens a published document for editing, or what is under way there; of an older version when one is named.
     *
     * @param version whose texts and facts to begin with; 0 for the present one
     * @throws Problem 403 when another unit keeps the document, 409 when one is under way and a version is named
     */
    @Transactional
    public DraftView open(String code, int version) {
        Published there = kept(code);
        if (version > 0) {
            return opened(there, versions.content(code, version));
        }
        return reader.open(code).orElseGet(() -> opened(there, versions.content(code, there.version())));
    }

    /**
     * Opens a published document for editing with what its newer file says.
     *
     * @throws Problem 403 when another unit keeps the document, 404 when there is no newer file, 409 when a draft is under
     *     way
     */
    @Transactional
    public DraftView openFile(String code) {
        return opened(kept(code), files.content(code));
    }

    /**
     * Asks a second person to archive a document, or to take it back, for a reason readers are told.
     *
     * @throws Problem 403 when another unit keeps the document, 409 when a draft is under way or it is so already
     */
    @Transactional
    public DraftView archive(String code, Archiving wanted) {
        Published there = kept(code);
        requireNoDraft(code);
        JsonObject content = versions.content(code, there.version());
        if (there.archived() == wanted.archive()) {
            throw new Problem(
                    409, wanted.archive() ? "library.problem.archived-already" : "library.problem.not-archived");
        }
        requireKind(DocumentKind.valueOf(content.getString("kind")), there.orgPath());
        JsonObject facts = JsonText.JSON
                .createObjectBuilder(facts(content))
                .add("archived", wanted.archive())
                .build();
        JsonObject texts = content.getJsonObject("texts");
        long id = add(there, facts, content.getJsonArray("links").toString(), side(texts, "zh"), side(texts, "en"));
        change(
                "update document_draft set state = 'IN_REVIEW', submitted_by = author_id, note = ?, version = version + 1"
                        + " where id = ? and state = 'DRAFT'",
                wanted.told(),
                id);
        DraftView draft = reader.get(id);
        audit.record(
                wanted.archive() ? "library.archive" : "library.unarchive",
                new AuditTrail.Subject("document_draft", id, draft.orgPath()),
                Changes.none()
                        .with("code", code)
                        .with("reason", draft.note())
                        .with("state", draft.state().name()));
        return draft;
    }

    private static JsonObject facts(JsonObject content) {
        return JsonText.JSON
                .createObjectBuilder(content)
                .remove("texts")
                .remove("links")
                .build();
    }

    private void requireNoDraft(String code) {
        reader.open(code).ifPresent(draft -> {
            throw underWay(draft.archiving());
        });
    }

    private static Problem underWay(boolean archiving) {
        return new Problem(409, archiving ? "library.problem.archiving-asked" : "library.problem.under-way");
    }

    private Published kept(String code) {
        Published there = published(code).orElseThrow(Problem::notFound);
        if (!viewer.require().covers(there.orgPath())) {
            throw Problem.forbidden();
        }
        return there;
    }

    private DraftView opened(Published there, JsonObject content) {
        requireNoDraft(there.code());
        if (!Codes.isCode(there.code())) {
            throw new Problem(409, "library.problem.code-of-another-system", there.code());
        }
        requireKind(DocumentKind.valueOf(content.getString("kind")), there.orgPath());
        JsonObject texts = content.getJsonObject("texts");
        // Only asking for it archives a document or takes it back, whatever an older version or a file says.
        JsonObject facts = JsonText.JSON
                .createObjectBuilder(facts(content))
                .add("archived", there.archived())
                .build();
        return added(add(there, facts, content.getJsonArray("links").toString(), side(texts, "zh"), side(texts, "en")));
    }

    private static DraftView.Side side(JsonObject texts, String language) {
        JsonObject text = texts.getJsonObject(language);
        return text == null
                ? NOTHING
                : new DraftView.Side(text.getString("title"), text.getString("summary"), text.getString("markdown"));
    }

    private Optional<Published> published(String code) {
        return Rows.one(
                bound.query(
                        "select d.code, d.version, d.unit_id, d.org_path, d.archived from document d where d.code = ?",
                        code),
                row -> new Published(row.text(0), Math.toIntExact(row.id(1)), row.id(2), row.text(3), row.flag(4)));
    }

    private static void requireKind(DocumentKind kind, String orgPath) {
        if (!orgPath.equals(TOP) && !OF_DISTRICTS.contains(kind)) {
            throw new Problem(403, "library.problem.kind-of-the-top");
        }
    }

    private long add(Published of, JsonObject facts, String links, DraftView.Side zh, DraftView.Side en) {
        Query add = bound.query(
                ADD,
                of.code(),
                of.unitId(),
                of.orgPath(),
                facts.toString(),
                links,
                zh.title(),
                zh.summary(),
                zh.markdown(),
                en.title(),
                en.summary(),
                en.markdown(),
                of.version(),
                viewer.require().accountId(),
                facts.getBoolean("archived", false) != of.archived());
        return Rows.one(add, row -> row.id(0))
                .orElseThrow(() -> underWay(
                        reader.open(of.code()).filter(DraftView::archiving).isPresent()));
    }

    private DraftView added(long id) {
        return witnessed("library.begin-draft", reader.get(id));
    }

    private DraftView witnessed(String action, DraftView draft) {
        audit.record(
                action,
                new AuditTrail.Subject("document_draft", draft.id(), draft.orgPath()),
                Changes.none()
                        .with("code", draft.code())
                        .with("state", draft.state().name()));
        return draft;
    }

    /** The kinds the viewer's unit may write. */
    List<DocumentKind> kinds() {
        return viewer.require().orgPath().equals(TOP) ? List.of(DocumentKind.values()) : OF_DISTRICTS;
    }

    /**
     * From now on it is compared with the newest version and replaces that; what was written stays.
     *
     * @throws Problem 403 when another unit keeps what is published, 409 as for saving
     */
    @Transactional
    public DraftView rebase(long id, long version) {
        DraftView draft = reader.get(id);
        if (published(draft.code())
                .filter(there -> !there.orgPath().equals(draft.orgPath()))
                .isPresent()) {
            throw Problem.forbidden();
        }
        change(
                "update document_draft set base_version = ?, changed_at = now(), version = version + 1"
                        + " where id = ? and version = ? and state = 'DRAFT'",
                draft.publishedVersion(),
                id,
                version);
        return witnessed("library.rebase-draft", reader.get(id));
    }

    /** @throws Problem 409 when somebody changed it meanwhile or it is no draft any more */
    @Transactional
    public DraftView save(long id, long version, Writing writing) {
        DraftView before = reader.get(id);
        checks.checkNames(before, writing);
        if (writing.effective() != null
                && writing.repealed() != null
                && !writing.effective().isBefore(writing.repealed())) {
            throw Problem.invalid("repealed", "content.fault.repealed-before");
        }
        change(
                SAVE,
                DraftFacts.written(before.facts(), writing).toString(),
                DraftFacts.links(writing).toString(),
                writing.zhTitle(),
                writing.zhSummary(),
                writing.zhMarkdown(),
                writing.enTitle(),
                writing.enSummary(),
                writing.enMarkdown(),
                writing.inStep(),
                writing.note(),
                id,
                version);
        return witnessed("library.save-draft", reader.get(id));
    }

    /** Sends it to a second person. @throws Problem 400 with all that is wrong, 409 as for saving */
    @Transactional
    public DraftView submit(long id, long version) {
        DraftView draft = reader.get(id);
        checks.check(draft);
        origins.check(draft);
        change(
                "update document_draft set state = 'IN_REVIEW', submitted_by = ?, answer = null, changed_at = now(),"
                        + " version = version + 1 where id = ? and version = ? and state = 'DRAFT' and not archiving",
                viewer.require().accountId(),
                id,
                version);
        return witnessed("library.submit-draft", reader.get(id));
    }

    /** Back to its author, also what was to be published later. */
    @Transactional
    public DraftView giveBack(long id, long version, Refusal refusal) {
        reader.get(id);
        change(
                "update document_draft set state = 'DRAFT', answer = ?, submitted_by = null, decided_by = null,"
                        + " publish_at = null, payload = null, changed_at = now(), version = version + 1"
                        + " where id = ? and version = ? and state in ('IN_REVIEW', 'SCHEDULED')",
                refusal.answer(),
                id,
                version);
        return witnessed("library.return-draft", reader.get(id));
    }

    @Transactional
    public void discard(long id, long version) {
        reader.get(id);
        change(
                "update document_draft set state = 'DISCARDED', changed_at = now(), version = version + 1"
                        + " where id = ? and version = ? and state = 'DRAFT'",
                id,
                version);
        witnessed("library.discard-draft", reader.get(id));
    }

    /**
     * Publishes it, at once or at the beginning of a day.
     *
     * @throws Problem 403 when the viewer wrote it or sent it himself, 409 when it or the document changed meanwhile
     */
    @Transactional
    public DraftView approve(long id, long version, @Nullable LocalDate day) {
        DraftView draft = reader.get(id);
        origins.check(draft);
        JsonObject before = current(draft);
        String payload = DraftPayload.of(draft, before.getJsonObject("texts")).toString();
        Object outcome = bound.query(
                        "select document_approve(?, ?, cast(? as jsonb), cast(? as timestamptz))",
                        id,
                        version,
                        payload,
                        day == null
                                ? null
                                : day.atStartOfDay(Time.ZONE).toInstant().toString())
                .getSingleResult();
        switch (String.valueOf(outcome)) {
            case "PUBLISHED", "SCHEDULED" -> {}
            case "OWN" -> throw new Problem(403, "library.problem.second-person");
            case "OUTDATED" -> throw new Problem(409, "library.problem.published-meanwhile");
            case "NONE" -> throw Problem.forbidden();
            default -> throw new Problem(409, "web.problem.conflict");
        }
        boolean archiving =
                before.getBoolean("archived", false) != draft.facts().getBoolean("archived", false);
        return witnessed(archiving ? "library.approve-archiving" : "library.approve-draft", reader.get(id));
    }

    /** What is published now, as a version keeps it; no texts for a new document. */
    private JsonObject current(DraftView draft) {
        return draft.baseVersion() == 0
                ? JsonText.JSON
                        .createObjectBuilder()
                        .add("texts", JsonObject.EMPTY_JSON_OBJECT)
                        .build()
                : versions.content(draft.code(), draft.baseVersion());
    }

    private void change(String sql, @Nullable Object... values) {
        if (bound.query(sql, values).executeUpdate() == 0) {
            throw new Problem(409, "web.problem.conflict");
        }
    }
}

package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.library.attachment.Attachment;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.StoredFiles;

/** Files of a draft. */
@ApplicationScoped
class DraftFiles {
    private static final int MOST = 10;

    @Inject
    private Bound bound;

    @Inject
    private DraftReader reader;

    @Inject
    private StoredFiles files;

    @Inject
    private AuditTrail audit;

    /** The change of a draft's files. @param version of the draft that was seen */
    record Target(long draft, long version) {}

    /**
     * Adds a file.
     *
     * @param words that are found in it, if any
     * @throws Problem 400 when it is there already or one too many, 409 as for saving
     */
    @Transactional
    public void add(Target target, Received file, Optional<String> words) {
        DraftView draft = reader.get(target.draft());
        List<Attachment> all = new ArrayList<>(draft.files());
        if (all.stream().anyMatch(there -> there.sha256().equals(file.sha256()))) {
            throw Problem.invalid("file", "library.invalid.file-twice");
        }
        if (all.size() == MOST) {
            throw Problem.invalid("file", "library.invalid.files");
        }
        files.keep(file);
        words.ifPresent(text -> bound.query("select library_file_read(?, ?)", file.sha256(), text)
                .getSingleResult());
        all.add(new Attachment(file.sha256(), file.name(), file.type().mediaType(), file.bytes(), words.isPresent()));
        save(target, draft, all);
        witness("library.add-file", draft, file.name());
    }

    /** @throws Problem 404 when it is not there, 409 as for saving */
    @Transactional
    public void remove(Target target, String sha256) {
        DraftView draft = reader.get(target.draft());
        Attachment gone = draft.file(sha256);
        save(
                target,
                draft,
                draft.files().stream().filter(file -> !file.equals(gone)).toList());
        witness("library.remove-file", draft, gone.name());
    }

    private void save(Target target, DraftView draft, List<Attachment> files) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        files.forEach(file -> all.add(file.json()));
        int changed = bound.query(
                        "update document_draft set facts = cast(? as jsonb), changed_at = now(), version = version + 1"
                                + " where id = ? and version = ? and state = 'DRAFT' and not archiving",
                        JsonText.JSON
                                .createObjectBuilder(draft.facts())
                                .add("files", all)
                                .build()
                                .toString(),
                        target.draft(),
                        target.version())
                .executeUpdate();
        if (changed == 0) {
            throw new Problem(409, "web.problem.conflict");
        }
    }

    private void witness(String action, DraftView draft, String name) {
        audit.record(
                action,
                new AuditTrail.Subject("document_draft", draft.id(), draft.orgPath()),
                Changes.none().with("code", draft.code()).with("file", name));
    }
}

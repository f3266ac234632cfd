package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.Supplements;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.upload.FileAnswer;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;
import org.aeoreach.web.upload.Held;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.RefusedFile;
import org.aeoreach.web.upload.StoredFile;
import org.aeoreach.web.upload.StoredFiles;
import org.aeoreach.web.upload.Uploads;

/** Files an asker sends with his words: what they are is seen by their content, at most five of ten megabytes. */
@ApplicationScoped
public class Attachments {

    /** Files of one message. */
    public static final int MOST = 5;

    /** Largest body of a form that brings them. */
    public static final int BODY = 52 << 20;

    public static final FileUse USE = new FileUse(
            "enquiry",
            List.of(FileType.PDF, FileType.DOCX, FileType.XLSX, FileType.PNG, FileType.JPEG, FileType.CSV),
            10 << 20);

    private static final String FIELD = "file";

    @Inject
    private Uploads uploads;

    @Inject
    private StoredFiles files;

    @Inject
    private ProblemAnswer problems;

    @Inject
    private UnitScope scope;

    /** Files that have arrived, not yet kept; closing deletes what was not. */
    public record Batch(List<Received> files) implements AutoCloseable {

        /** Without any. */
        public static Batch none() {
            return new Batch(List.of());
        }

        @Override
        public void close() {
            files.forEach(Received::close);
        }
    }

    /** Whether a form brings any. */
    static boolean brought(List<EntityPart> parts) {
        return parts.stream()
                .anyMatch(part -> part.getName().equals(FIELD)
                        && !part.getFileName().orElse("").isBlank());
    }

    /**
     * The files of a form.
     *
     * @throws Problem 400 at {@code file} that names those refused and why; none is kept then
     */
    public Batch receive(List<EntityPart> parts) throws IOException {
        List<Received> received = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        boolean whole = false;
        try {
            for (EntityPart part : parts) {
                if (part.getName().equals(FIELD) && part.getFileName().isPresent()) {
                    receive(part, received, refused);
                }
            }
            if (!refused.isEmpty()) {
                throw Problem.invalid(FIELD, "ask.invalid.files", String.join(" ", refused));
            }
            if (received.size() > MOST) {
                throw Problem.invalid(FIELD, "ask.invalid.too-many-files", MOST);
            }
            whole = true;
            return new Batch(received);
        } finally {
            if (!whole) {
                received.forEach(Received::close);
            }
        }
    }

    private void receive(EntityPart part, List<Received> received, List<String> refused) throws IOException {
        String name = part.getFileName().orElse("");
        if (name.isBlank()) {
            return;
        }
        try (InputStream content = part.getContent()) {
            received.add(uploads.content(content, name, USE));
        } catch (RefusedFile problem) {
            if (!problem.infected()) {
                // The next one would be waited for as long.
                throw Problem.invalid(FIELD, "ask.invalid.files", why(problem));
            }
            refused.add(why(problem));
        } catch (Problem problem) {
            refused.add(Uploads.shown(name) + ": " + why(problem));
        }
    }

    private String why(Problem problem) {
        List<ProblemAnswer.Field> errors =
                problems.body(problem, RequestContext.current().language()).errors();
        return errors == null || errors.isEmpty() ? "" : errors.get(0).message();
    }

    /** Keeps them for the unit that answers; their numbers in order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> keep(Batch batch, long unitId, String orgPath) {
        return batch.files().isEmpty()
                ? List.of()
                : scope.run(orgPath, () -> batch.files().stream()
                        .map(file -> files.keepFor(file, unitId, orgPath))
                        .map(StoredFile::id)
                        .toList());
    }

    /** Lays them by for a question nobody has confirmed. */
    void hold(Batch batch) {
        batch.files().forEach(files::hold);
    }

    /** Keeps what was laid by for the unit that answers; their numbers in order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> keepHeld(List<Held> held, long unitId, String orgPath) {
        return held.isEmpty()
                ? List.of()
                : scope.run(orgPath, () -> held.stream()
                        .map(file -> files.keepHeld(file, unitId, orgPath).id())
                        .toList());
    }

    /** A file of a thread read by its link. @throws Problem 404 when it is not in the thread */
    @Transactional
    public Response download(Supplements.Known known, MyEnquiries.Read read, long file) {
        MessageView.File found = read.thread().stream()
                .flatMap(message -> message.files().stream())
                .filter(each -> each.id() == file)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return FileAnswer.of(scope.run(known.orgPath(), () -> files.content(file)), found.name(), found.mediaType());
    }
}

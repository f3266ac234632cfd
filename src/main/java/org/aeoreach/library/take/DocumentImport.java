package org.aeoreach.library.take;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;

/**
 * Takes in documents line by line as they arrive. What came before a line that cannot be read stays. A line that was
 * taken already changes nothing when it is sent again, wherever it stands, unless the other language changed since: then
 * it says that it is in step. Of two lines about one document near each other the Chinese one tells its facts, else the
 * later one.
 */
@ApplicationScoped
public class DocumentImport {

    static final int MOST_TOLD = 1000;

    private static final String ARCHIVED = "library.import.archived";
    private static final int TOGETHER = 400;
    private static final int LONGEST_LINE = 2_000_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private ImportBatch batches;
    private Messages messages;

    @SuppressWarnings("NullAway.Init")
    DocumentImport() {}

    @Inject
    DocumentImport(ImportBatch batches, Messages messages) {
        this.batches = batches;
        this.messages = messages;
    }

    /** @throws Problem 400 when the text is not UTF-8 or a line is longer than 2 million characters */
    public ImportReport run(InputStream body) throws IOException {
        Run run = new Run();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()))) {
            BoundedLines lines = new BoundedLines(reader, LONGEST_LINE);
            for (String line = lines.next(); line != null; line = lines.next()) {
                run.line(line);
            }
            run.flush();
            return run.report();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("body", "library.import.no-utf8");
        }
    }

    /** One import under way. */
    private final class Run {
        private final Language language = RequestContext.current().language();
        private final List<ImportReport.Rejected> told = new ArrayList<>();
        private final Map<String, ImportedDocument> pending = new LinkedHashMap<>();
        private final ImportLine.Known known = batches.known();
        private int characters;
        private int number;
        private int accepted;
        private int rejected;

        void line(String text) {
            number++;
            if (text.isBlank()) {
                return;
            }
            try {
                ContentDocument document = ImportLine.read(text, known);
                if ((pending.size() == TOGETHER || characters >= MOST_CHARACTERS)
                        && !pending.containsKey(document.id())) {
                    flush();
                }
                characters += text.length();
                pending.computeIfAbsent(document.id(), id -> new ImportedDocument())
                        .add(document, number);
            } catch (ImportLine.Refused refused) {
                reject(number, refused.field, refused.key);
            }
        }

        void flush() {
            if (pending.isEmpty()) {
                return;
            }
            Map<String, ImportBatch.Present> present = batches.present(List.copyOf(pending.keySet()));
            JsonArrayBuilder news = JsonText.JSON.createArrayBuilder();
            int changed = 0;
            for (Map.Entry<String, ImportedDocument> one : pending.entrySet()) {
                ImportBatch.Present there = present.get(one.getKey());
                ImportedDocument here = one.getValue();
                if (there != null && !there.imported()) {
                    reject(here.line(), "externalId", there.archived() ? ARCHIVED : "library.import.taken");
                    continue;
                }
                accepted += here.lines();
                if (there == null || !here.isAsIn(there)) {
                    news.add(here.json());
                    changed++;
                }
            }
            pending.clear();
            characters = 0;
            if (changed > 0) {
                batches.take(news.build());
            }
        }

        private void reject(int line, String field, String key) {
            rejected++;
            if (told.size() < MOST_TOLD) {
                told.add(new ImportReport.Rejected(line, field, messages.text(language, key)));
            }
        }

        ImportReport report() {
            return new ImportReport(accepted, rejected, List.copyOf(told));
        }
    }
}

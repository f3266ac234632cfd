package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.upload.StoredFiles;

/** The form that says what the columns of a file hold. */
@ApplicationScoped
class ImportForms {

    /** Cells of each column shown beside it. */
    private static final int SAMPLES = 3;

    @Inject
    private StoredFiles files;

    @Inject
    private Messages messages;

    Form of(ImportView view) {
        List<String> fields = view.fields().stream()
                .map(field -> field.isEmpty() ? Imports.NONE : field)
                .toList();
        return Form.of(Imports.Columns.class)
                .with("mode", view.mode())
                .with("field", fields)
                .version(view.version());
    }

    /** The form with what there is to choose from, in the reader's language. */
    Form worded(ImportKind kind, Form form) {
        List<Option> fields = Stream.concat(
                        Stream.of(new Option(Imports.NONE, word("importing.left-out"))),
                        kind.fields().stream().map(field -> new Option(field.column(), word(field.labelKey()))))
                .toList();
        List<Option> modes = kind.modes().stream()
                .map(mode -> new Option(mode, word(kind.key("mode." + mode))))
                .toList();
        return form.options("field", fields).options("mode", modes);
    }

    private String word(String key) {
        Language language = RequestContext.current().language();
        return messages.text(language, key);
    }

    /** What the columns hold, in words; empty for one left out. */
    List<String> labels(ImportKind kind, ImportView view) {
        return view.fields().stream()
                .map(column ->
                        kind.field(column).map(field -> word(field.labelKey())).orElse(""))
                .toList();
    }

    /** The first cells of each column. */
    List<List<String>> samples(ImportView view) {
        List<List<String>> samples = new ArrayList<>();
        view.header().forEach(column -> samples.add(new ArrayList<>()));
        try (TableRows rows = TableFile.open(files.content(view.fileId()), view.reading())) {
            rows.next();
            for (int n = 0; n < SAMPLES; n++) {
                String[] cells = rows.next();
                for (int i = 0; cells != null && i < Math.min(cells.length, samples.size()); i++) {
                    samples.get(i).add(cells[i]);
                }
            }
        } catch (IOException e) {
            throw RejectedRows.unreadable(e);
        }
        return samples;
    }
}

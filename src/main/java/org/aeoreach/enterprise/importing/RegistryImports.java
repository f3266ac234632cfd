package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.ImportView;
import org.aeoreach.importing.Preview;
import org.aeoreach.importing.cell.Reasons;
import org.aeoreach.importing.cell.Refusal;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;

/** The import of enterprises. */
@ApplicationScoped
public class RegistryImports implements ImportKind {

    /** Largest file in bytes: the whole registry with all its columns has about two thirds of that. */
    static final int LARGEST = 384 << 20;

    static final Names NAMES = new Names(
            "enterpriseimport",
            "enterprise_import",
            "/desk/enterprises/imports",
            "import-enterprises",
            "undo-enterprise-import");

    static final List<String> FIGURES = List.of("created", "updated", "unchanged", "rejected");

    private static final FileUse USE = new FileUse("import-enterprises", List.of(FileType.XLSX, FileType.CSV), LARGEST);

    @Inject
    private Lookups lookups;

    @Inject
    private Reasons reasons;

    @Inject
    private Clock clock;

    @Override
    public Names names() {
        return NAMES;
    }

    @Override
    public FileUse use() {
        return USE;
    }

    @Override
    public List<ImportField> fields() {
        return List.of(ImportField.values());
    }

    @Override
    public List<String> modes() {
        return Arrays.stream(ImportMode.values()).map(Enum::name).toList();
    }

    @Override
    public List<String> figures() {
        return FIGURES;
    }

    @Override
    public void requireUsable(Set<String> columns, String mode) {
        if (!columns.contains(ImportField.USCC.column()) && !columns.contains(ImportField.CUSTOMS_CODE.column())) {
            throw Problem.invalid("field", "enterpriseimport.invalid.no-code");
        }
        if (!mode.equals(ImportMode.UPDATE.name()) && !columns.contains(ImportField.NAME_ZH.column())) {
            throw Problem.invalid("field", "enterpriseimport.invalid.no-name");
        }
    }

    @Override
    public Counts load(ImportView view, Connection connection, TableRows rows, LongConsumer progress)
            throws SQLException, IOException {
        var plan = new StagedLoad.Plan(view.id(), view.orgPath(), ImportMode.valueOf(view.mode()), Time.today(clock));
        StagedLoad.Counts counts =
                new StagedLoad(connection, plan, lookups.reader(view.fields())).run(rows, progress::accept);
        return new Counts(counts.created(), counts.updated(), counts.unchanged(), counts.rejected());
    }

    @Override
    public Undone takeBack(ImportView view, Connection connection, LongConsumer progress) throws SQLException {
        TakeBack.Counts counts = new TakeBack(connection, view.id()).run(progress);
        long kept = view.created() + view.updated() - counts.removed() - counts.restored();
        return new Undone(counts.removed(), counts.restored(), kept);
    }

    @Override
    public List<Preview.Row> read(ImportView view, TableRows rows) throws IOException {
        LineReader reader = lookups.reader(view.fields());
        List<ImportField> fields = view.fields().stream()
                .flatMap(field -> ImportField.of(field).stream())
                .toList();
        Map<ImportField, Map<String, String>> labels = lookups.labels();
        List<Preview.Row> read = new ArrayList<>();
        for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
            read.add(row(reader.read(rows.line(), cells), fields, labels));
        }
        return read;
    }

    private Preview.Row row(Line line, List<ImportField> fields, Map<ImportField, Map<String, String>> labels) {
        List<String> values = fields.stream()
                .map(field -> shown(
                        labels.getOrDefault(field, Map.of()), field, Objects.requireNonNullElse(line.get(field), "")))
                .toList();
        Refusal refusal = line.refusal();
        String reason = refusal == null
                ? ""
                : reasons.text(RequestContext.current().language(), NAMES.feature(), fields(), refusal);
        return new Preview.Row(line.number(), values, reason);
    }

    /** A value in words: codes of short lists as they are called, lists without their braces. */
    private static String shown(Map<String, String> labels, ImportField field, String value) {
        boolean several = field.kind() == ImportField.Kind.WORDS || field.kind() == ImportField.Kind.ECONOMIES;
        if (!several || value.isEmpty()) {
            return labels.getOrDefault(value, value);
        }
        return Arrays.stream(value.substring(1, value.length() - 1).split(","))
                .map(code -> labels.getOrDefault(code, code))
                .collect(Collectors.joining(", "));
    }
}

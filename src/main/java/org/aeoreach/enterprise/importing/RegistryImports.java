package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.ImportStatements;
import org.aeoreach.importing.ImportView;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;

/** The import of enterprises. */
@ApplicationScoped
public class RegistryImports implements ImportKind {

    /** Largest file in bytes: the whole registry with all its columns has about two thirds of that. */
    static final int LARGEST = 384 << 20;

    /** Where its pages begin. */
    static final String PATH = "/desk/enterprises/imports";

    static final Names NAMES =
            new Names("enterpriseimport", "enterprise_import", PATH, "import-enterprises", "undo-enterprise-import");

    static final List<String> FIGURES = List.of("created", "updated", "unchanged", "rejected");

    private static final FileUse USE = new FileUse("import-enterprises", List.of(FileType.XLSX, FileType.CSV), LARGEST);

    @Inject
    private Lookups lookups;

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
        return ImportField.ALL;
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
        StagedLoad.Counts counts = new StagedLoad(ImportStatements.on(connection), plan, lookups.reader(view.fields()))
                .run(rows, progress::accept);
        return new Counts(counts.created(), counts.updated(), counts.unchanged(), counts.rejected());
    }

    @Override
    public Undone takeBack(ImportView view, Connection connection, LongConsumer progress) throws SQLException {
        TakeBack.Counts counts = new TakeBack(ImportStatements.on(connection), view.id()).run(progress);
        long kept = view.created() + view.updated() - counts.removed() - counts.restored();
        return new Undone(counts.removed(), counts.restored(), kept);
    }

    @Override
    public RowReader reader(ImportView view) {
        LineReader reader = lookups.reader(view.fields());
        return (number, cells) -> {
            Line line = reader.read(number, cells);
            return new Read(reader.shown(line), line.refusal());
        };
    }
}

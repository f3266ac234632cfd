package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.ImportStatements;
import org.aeoreach.importing.ImportView;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.outreach.ReliesOnTouchpoint;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterpriseChoices;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;

/** The import of past contacts. */
@ApplicationScoped
public class ContactImports implements ImportKind {

    /** Largest file in bytes: some hundred thousand contacts with what was said. */
    static final int LARGEST = 64 << 20;

    /** Where its pages begin. */
    static final String PATH = "/desk/touchpoints/imports";

    static final Names NAMES =
            new Names("contactimport", "contact_import", PATH, "import-contacts", "undo-contact-import");

    static final List<String> FIGURES = List.of("created", "rejected");

    /** Contacts the ledger has already are refused, or written once more. */
    private static final List<String> MODES = List.of("NEW", "ALL");

    private static final FileUse USE = new FileUse("import-contacts", List.of(FileType.XLSX, FileType.CSV), LARGEST);
    private static final int CANDIDATES = 5;

    @Inject
    private ContactLookups lookups;

    @Inject
    private EnterpriseChoices enterprises;

    @Inject
    @Any
    private Instance<ReliesOnTouchpoint> reliances;

    @Inject
    private Messages messages;

    @Inject
    private CurrentViewer viewer;

    @Override
    public Names names() {
        return NAMES;
    }

    @Override
    public FileUse use() {
        return USE;
    }

    @Override
    public List<ContactField> fields() {
        return ContactField.ALL;
    }

    @Override
    public List<String> modes() {
        return MODES;
    }

    @Override
    public List<String> figures() {
        return FIGURES;
    }

    @Override
    public void requireUsable(Set<String> columns, String mode) {
        if (!columns.contains(ContactField.ENTERPRISE_CODE.column())
                && !columns.contains(ContactField.ENTERPRISE_NAME.column())) {
            throw Problem.invalid("field", "contactimport.invalid.no-enterprise");
        }
        if (!columns.contains(ContactField.DAY.column()) || !columns.contains(ContactField.CHANNEL.column())) {
            throw Problem.invalid("field", "contactimport.invalid.no-day");
        }
    }

    @Override
    public Counts load(ImportView view, Connection connection, TableRows rows, LongConsumer progress)
            throws SQLException, IOException {
        Viewer me = viewer.require();
        var plan = new ContactLoad.Plan(
                view.id(),
                view.orgPath(),
                view.unitId(),
                me.accountId(),
                view.mode().equals("ALL"));
        return new ContactLoad(ImportStatements.on(connection), plan, lookups.reader(view.fields()), this::called)
                .run(rows, progress);
    }

    private List<Long> called(String name) {
        return enterprises.search(name, CANDIDATES).stream()
                .map(EnterpriseChoice::id)
                .toList();
    }

    @Override
    public RowReader reader(ImportView view) {
        ContactReader reader = lookups.reader(view.fields());
        return (number, cells) -> {
            ContactLine line = reader.read(number, cells);
            return new Read(reader.shown(line), line.refusal());
        };
    }

    @Override
    public Undone takeBack(ImportView view, Connection connection, LongConsumer progress) throws SQLException {
        String reason =
                messages.text(RequestContext.current().language(), "contactimport.withdrawn", Long.toString(view.id()));
        var plan = new TakeBackContacts.Plan(view.id(), viewer.require().accountId(), reason);
        return new TakeBackContacts(ImportStatements.on(connection), plan, this::relied).run(progress);
    }

    private Set<Long> relied(Collection<Long> touchpoints) {
        Set<Long> relied = new HashSet<>();
        reliances.forEach(each -> relied.addAll(each.relied(touchpoints)));
        return relied;
    }
}

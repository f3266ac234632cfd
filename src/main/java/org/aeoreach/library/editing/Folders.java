package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.library.DocumentVersions;
import org.aeoreach.library.DocumentView;
import org.aeoreach.library.Documents;
import org.aeoreach.library.Publishers;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;

/** Reads documents for their editors. */
@ApplicationScoped
class Folders {
    private static final int MOST_VERSIONS = 100;

    @Inject
    private Bound bound;

    @Inject
    private Documents documents;

    @Inject
    private Publishers publishers;

    @Inject
    private DocumentVersions versions;

    @Inject
    private DraftReader drafts;

    @Inject
    private Origins origins;

    @Inject
    private CurrentViewer viewer;

    /** @throws Problem 404 when there is none */
    @Transactional
    public Folder get(long id) {
        Rows.Row row = Rows.one(
                        bound.query("select d.code, d.org_path, d.newer_file from document d where d.id = ?", id),
                        each -> each)
                .orElseThrow(Problem::notFound);
        String code = row.text(0);
        DocumentView document = documents.get(code);
        Viewer me = viewer.require();
        boolean writes = me.role() == Role.GACC_OFFICER || me.role() == Role.DISTRICT_OFFICER;
        return new Folder(
                id,
                row.text(1),
                units(document),
                document,
                versions.list(code, Integer.MAX_VALUE, MOST_VERSIONS).items(),
                drafts.open(code).orElse(null),
                writes && me.covers(row.text(1)),
                row.flag(2),
                imported(id),
                origins.of(code));
    }

    private Folder.Units units(DocumentView document) {
        String issuer = document.issuer();
        return new Folder.Units(name(document.owner()), issuer == null ? null : name(issuer));
    }

    private String name(String code) {
        return publishers
                .of(code)
                .map(each -> each.name(RequestContext.current().language()))
                .orElse(code);
    }

    private List<Folder.Imported> imported(long id) {
        String name =
                RequestContext.current().language() == Language.EN ? "coalesce(a.name_en, a.name_zh)" : "a.name_zh";
        return Rows.list(
                bound.query(
                        "select i.language, i.imported_at, " + name + " from document_import i left join account a"
                                + " on a.id = i.account_id where i.document_id = ? order by i.imported_at desc, i.language desc",
                        id),
                row -> new Folder.Imported(row.text(0), row.instant(1), row.textOrNull(2)));
    }
}

package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.library.Publisher;
import org.aeoreach.library.Publishers;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.form.Option;

/** Which unit keeps a document up to date: the General Administration says so, and the new keeper is told. */
@ApplicationScoped
class Keepers {

    private Bound bound;
    private Publishers publishers;
    private KeeperLetters letters;
    private AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    Keepers() {}

    @Inject
    Keepers(Bound bound, Publishers publishers, KeeperLetters letters, AuditTrail audit) {
        this.bound = bound;
        this.publishers = publishers;
        this.letters = letters;
        this.audit = audit;
    }

    /** Units that could keep it instead. */
    @Transactional
    public List<Option> others(Folder folder, Language language) {
        return publishers.all().stream()
                .filter(each -> !each.closed() && !each.orgPath().equals(folder.orgPath()))
                .map(each -> new Option(each.code(), each.name(language)))
                .toList();
    }

    /**
     * From now on another unit keeps it: a version of its own, of which followers are not told.
     *
     * @param seen the version that was looked at
     * @throws Problem 400 when the unit may not keep such a document, 403 for whoever does not work for the whole
     *     country, 409 when a draft is under way or the document changed meanwhile
     */
    @Transactional
    public void change(Folder folder, int seen, Keeping wanted) {
        String code = folder.document().id();
        Publisher to = publishers
                .of(wanted.unit())
                .filter(each -> !each.closed())
                .orElseThrow(() -> Problem.invalid("unit", "library.invalid.choice"));
        Object outcome = bound.query(
                        "select library_change_keeper(?, ?, ?, ?)",
                        code,
                        seen,
                        to.code(),
                        wanted.reason().strip())
                .getSingleResult();
        switch (String.valueOf(outcome)) {
            case "DONE" -> {}
            case "NONE" -> throw Problem.forbidden();
            case "SAME" -> throw Problem.invalid("unit", "library.invalid.keeper-same");
            case "KIND" -> throw Problem.invalid("unit", "library.invalid.keeper-kind");
            case "UNDER_WAY" -> throw new Problem(409, "library.problem.under-way");
            default -> throw new Problem(409, "web.problem.conflict");
        }
        audit.record(
                "library.change-keeper",
                new AuditTrail.Subject("document", folder.id(), folder.orgPath()),
                Changes.none()
                        .with("code", code)
                        .with("keeper", folder.document().owner(), to.code())
                        .with("reason", wanted.reason().strip()));
        letters.tell(folder, to, wanted.reason().strip());
    }
}

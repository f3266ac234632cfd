package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.library.Publisher;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;

/** Tells the officers of a unit who may write that it keeps a document from now on. */
@ApplicationScoped
class KeeperLetters {
    private static final String OFFICERS = "select distinct a.id, a.name_zh, a.name_en, a.mail, a.language"
            + " from role_assignment r join account a on a.id = r.account_id where r.org_path = ?"
            + " and r.role in ('GACC_OFFICER', 'DISTRICT_OFFICER') and a.suspended_at is null"
            + " and r.valid_from <= china_day() and (r.valid_to is null or r.valid_to >= china_day())"
            + " and a.id <> cast(current_setting('app.account', true) as bigint) order by a.id";

    private Bound bound;
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init")
    KeeperLetters() {}

    @Inject
    KeeperLetters(Bound bound, Outbox outbox) {
        this.bound = bound;
        this.outbox = outbox;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Folder folder, Publisher to, String reason) {
        List<Rows.Row> officers = Rows.list(bound.query(OFFICERS, to.orgPath()), row -> row);
        officers.forEach(officer -> tell(officer, folder, to, reason));
    }

    private void tell(Rows.Row officer, Folder folder, Publisher to, String reason) {
        Language language = Objects.requireNonNull(Language.of(officer.text(4)));
        outbox.send(new Letter(
                "library-keeper",
                language,
                new MailAddress(officer.text(3)),
                new HeaderText(language.pick(officer.text(1), officer.textOrNull(2))),
                Map.of(
                        "title",
                        folder.document().text(language).titleLine(),
                        "unit",
                        to.name(language),
                        "reason",
                        reason,
                        "document",
                        "/desk/library/" + folder.id()),
                to.orgPath()));
    }
}

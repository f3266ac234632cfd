package org.aeoreach.library.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.library.DocumentView;
import org.aeoreach.library.Documents;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;

/** One letter for each person about all he follows that changed. */
@ApplicationScoped
public class FollowLetters {

    static final int BATCH = 100;

    private Bound bound;
    private Documents documents;
    private Outbox outbox;
    private Messages messages;

    @SuppressWarnings("NullAway.Init")
    FollowLetters() {}

    @Inject
    FollowLetters(Bound bound, Documents documents, Outbox outbox, Messages messages) {
        this.bound = bound;
        this.documents = documents;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** Taking who is to be told and writing to them commit together. @return how many letters were written */
    @Transactional
    public int write() {
        List<Rows.Row> due = Rows.list(bound.query("select * from take_follow_letters(?)", BATCH), row -> row);
        due.forEach(this::write);
        return due.size();
    }

    private void write(Rows.Row row) {
        Language language = Objects.requireNonNull(Language.of(row.text(4)));
        List<DocumentView> newest =
                Stream.of(row.text(7).split(",")).map(documents::get).toList();
        DocumentView first = newest.get(0);
        outbox.send(new Letter(
                "library-follow",
                language,
                new MailAddress(row.text(3)),
                new HeaderText(language.pick(row.text(1), row.textOrNull(2))),
                Map.of(
                        "many", Long.toString(row.id(6)),
                        "first", title(first, language),
                        "titles", titles(newest, language),
                        "document", DocumentAddress.of(first.id()),
                        "followed", "/portal/library/followed"),
                row.text(5)));
    }

    private String titles(List<DocumentView> documents, Language language) {
        String all = documents.stream()
                .map(document -> title(document, language))
                .collect(Collectors.joining(language == Language.ZH ? "；" : "; "));
        return all.length() <= HeaderText.MOST ? all : all.substring(0, HeaderText.MOST - 1) + "…";
    }

    private String title(DocumentView document, Language language) {
        String title = document.text(language).titleLine();
        return document.archived() ? messages.text(language, "library.follow.archived", title) : title;
    }
}

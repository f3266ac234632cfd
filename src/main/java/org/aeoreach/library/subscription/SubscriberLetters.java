package org.aeoreach.library.subscription;

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
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;

/** One letter for each subscriber about all that is new for him. */
@ApplicationScoped
class SubscriberLetters {

    static final int BATCH = 500;

    @Inject
    private Bound bound;

    @Inject
    private Documents documents;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Outbox outbox;

    /** What a letter says of a document. */
    record News(String address, String zh, String en) {

        private static News of(DocumentView document) {
            return new News(
                    DocumentAddress.of(document.id()),
                    document.text(Language.ZH).titleLine(),
                    document.text(Language.EN).titleLine());
        }

        private String title(Language language) {
            return language.pick(zh, en);
        }
    }

    /**
     * Taking who is to be told and writing to them commit together. Returns how many letters were written.
     *
     * @param read documents by their codes, as far as they were read already; grows
     */
    @Transactional
    public int write(Map<String, News> read) {
        List<Rows.Row> due = Rows.list(
                bound.query("select address, language, many, codes from take_subscription_letters(?)", BATCH),
                row -> row);
        outbox.send(due.stream().map(row -> letter(row, read)).toList());
        return due.size();
    }

    private Letter letter(Rows.Row row, Map<String, News> read) {
        Language language = Objects.requireNonNull(Language.of(row.text(1)));
        List<News> newest = Stream.of(row.text(3).split(","))
                .map(code -> read.computeIfAbsent(code, each -> News.of(documents.get(each))))
                .toList();
        News first = newest.get(0);
        return new Letter(
                "library-digest",
                language,
                new MailAddress(row.text(0)),
                subscriptions.reader(language),
                Map.of(
                        "many", Long.toString(row.id(2)),
                        "first", first.title(language),
                        "titles",
                                newest.stream()
                                        .map(news -> "- " + news.title(language))
                                        .collect(Collectors.joining("\n")),
                        "document", first.address(),
                        "library", "/portal/library",
                        "subscribe", SubscribePages.ROOT),
                Subscriptions.ROOT);
    }
}

package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;

/**
 * What contacts are about, as far as it is known by name: the items of the standard and the arrangements of mutual
 * recognition. Policies and guides have names of the library's, which are taken as they are.
 */
@ApplicationScoped
public class Subjects {

    @Inject
    private Bound bound;

    /** Titles in the reader's language, by the names of subjects. */
    public record Titles(Map<String, Subject> all) {

        /** What the topic was about, in the reader's language where it is a known thing. */
        public String of(Topic topic, Page page) {
            Subject subject = topic.ref() == null ? null : all.get(topic.ref());
            return subject == null ? topic.text() : label(subject, page);
        }
    }

    /** All of them, in their order: the standard, then the arrangements. */
    @Transactional
    public List<Subject> all() {
        return Rows.list(
                bound.query("select ref, kind, number, category_zh, category_en, title_zh, title_en"
                        + " from contact_subject order by position"),
                row -> new Subject(
                        row.text(0),
                        SubjectKind.valueOf(row.text(1)),
                        row.textOrNull(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6)));
    }

    @Transactional
    public Titles titles() {
        return new Titles(all().stream().collect(Collectors.toMap(Subject::ref, Function.identity())));
    }

    /** As choices under the part of the standard they stand in. @param value what each stands for */
    @Transactional
    public List<Option> options(Page page, Function<Subject, String> value) {
        return all().stream()
                .map(each -> new Option(
                        value.apply(each), label(each, page), page.pick(each.categoryZh(), each.categoryEn())))
                .toList();
    }

    private static String label(Subject subject, Page page) {
        String title = page.pick(subject.titleZh(), subject.titleEn());
        return subject.number() == null ? title : subject.number() + " " + title;
    }

    /**
     * The topics as they are kept: a known thing under its own kind and title.
     *
     * @throws Problem 400 when a criterion or an arrangement is named that is not known, or OTHER has a name
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Topic> kept(List<Topic> topics) {
        if (topics.stream().allMatch(topic -> topic.ref() == null)) {
            return topics;
        }
        Map<String, Subject> known = titles().all();
        return topics.stream().map(topic -> kept(topic, known)).distinct().toList();
    }

    private static Topic kept(Topic topic, Map<String, Subject> known) {
        if (topic.ref() == null) {
            return topic;
        }
        Subject subject = known.get(topic.ref());
        if (subject != null && subject.kind() == topic.kind()) {
            return subject.topic();
        }
        // The library brings policies and guides; until then any name of theirs is kept.
        boolean open = topic.kind() == SubjectKind.POLICY || topic.kind() == SubjectKind.GUIDE;
        if (subject != null || !open) {
            throw Problem.invalid("subjects", "outreach.invalid.subject");
        }
        return topic;
    }
}

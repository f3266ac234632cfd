package org.aeoreach.enquiry.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.answer.Answers;
import org.aeoreach.enquiry.answer.Closing;
import org.aeoreach.enquiry.desk.Hands;
import org.aeoreach.enquiry.template.Placeholder;
import org.aeoreach.enquiry.template.Templates;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Does one thing with many enquiries: with all of them, or with none when it cannot be done with one. */
@ApplicationScoped
public class Batches {

    // In one order for all, so that two who choose the same do not wait for each other.
    private static final String HOLD =
            "select w.enquiry_id from enquiry_work w where w.enquiry_id = any (cast(string_to_array(?1, ',') as bigint[]))"
                    + " order by w.enquiry_id for update";
    private static final String MARK =
            "update enquiry_message set batch = ?2 where id = any (cast(string_to_array(?1, ',') as bigint[]))";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Judge judge;

    @Inject
    private Answers answers;

    @Inject
    private Hands hands;

    @Inject
    private Closing closing;

    @Inject
    private Templates templates;

    @Inject
    private Bound bound;

    /** What came of it. @param batch number of the answers that were sent together, or null */
    public record Done(int enquiries, @Nullable Long batch) {}

    /** Those of the ticked ones the viewer sees, with what stands against it. @throws Problem 422 when there are too many */
    @Transactional
    public List<Choice> look(Deed deed, Collection<Long> ids) {
        Batch.few(ids.size());
        return ids.isEmpty() ? List.of() : judge.judge(deed, enquiries.all(ids));
    }

    /** The unit whose officers they can be given to. */
    @Transactional
    public String desk(Collection<Long> ids) {
        List<EnquiryView> all = ids.isEmpty() ? List.of() : enquiries.all(ids);
        return judge.desk(all);
    }

    /**
     * Does it with all of them.
     *
     * @throws Problem 400 at what is missing or wrong; 404 when the viewer sees one of them no more; 409 when it cannot be
     *     done with one of them ({@link BatchStopped}); 422 when there are too many
     */
    @Transactional
    public Done carryOut(Batch wanted) {
        Map<Long, Long> seen = wanted.seen();
        bound.query(HOLD, seen.keySet()).getResultList();
        List<EnquiryView> all = enquiries.all(seen.keySet());
        if (all.size() < seen.size()) {
            throw new Problem(409, "desk.problem.batch-gone", seen.size() - all.size());
        }
        Deed deed = Objects.requireNonNull(wanted.deed());
        Map<Long, String> bodies = deed == Deed.ANSWER ? bodies(wanted, all) : Map.of();
        List<Choice> stopped = Choice.stopped(judge.judge(deed, all).stream()
                .map(each -> words(asSeen(each, seen.get(each.id())), bodies.get(each.id())))
                .toList());
        if (!stopped.isEmpty()) {
            throw new BatchStopped(stopped, all.size());
        }
        return switch (deed) {
            case ANSWER -> answer(wanted, all, bodies);
            case ASSIGN -> assign(wanted, all);
            case TAG -> tag(wanted, all);
            case CLOSE -> close(wanted, all);
        };
    }

    private static Choice asSeen(Choice each, @Nullable Long version) {
        boolean changed = each.obstacle() == null && !Objects.equals(version, each.version());
        return changed ? each.against(Obstacle.CHANGED, "") : each;
    }

    private static Choice words(Choice each, @Nullable String body) {
        List<String> left = Placeholder.left(body);
        return each.obstacle() == null && !left.isEmpty()
                ? each.against(Obstacle.PLACEHOLDER, String.join(" ", left))
                : each;
    }

    /** What each asker is told. */
    private Map<Long, String> bodies(Batch wanted, List<EnquiryView> all) {
        Templates.known("bodyZh", wanted.bodyZh());
        Templates.known("bodyEn", wanted.bodyEn());
        Map<Long, String> bodies = new LinkedHashMap<>();
        for (EnquiryView each : all) {
            String body = wanted.body(each);
            if (body.isEmpty()) {
                throw each.language() == Language.EN
                        ? Problem.invalid("bodyEn", "desk.invalid.batch-en")
                        : Problem.invalid("bodyZh", "desk.invalid.batch-zh");
            }
            bodies.put(each.id(), templates.fill(body, each));
        }
        return bodies;
    }

    private Done answer(Batch wanted, List<EnquiryView> all, Map<Long, String> bodies) {
        List<Long> sent = new ArrayList<>();
        for (EnquiryView each : all) {
            String body = Objects.requireNonNull(bodies.get(each.id()));
            sent.add(answers.answer(each.id(), each.version(), wanted.reply(body))
                    .messageId());
        }
        long batch = Rows.one(bound.query("select nextval('enquiry_batch_seq')"), row -> row.id(0))
                .orElseThrow();
        bound.query(MARK, sent, batch).executeUpdate();
        return new Done(all.size(), batch);
    }

    private Done assign(Batch wanted, List<EnquiryView> all) {
        if (wanted.officerId() == null) {
            throw Problem.invalid("officerId", "web.invalid.NotNull");
        }
        var to = new Hands.Assignment(wanted.officerId(), wanted.reason());
        all.forEach(each -> hands.assign(each.id(), each.version(), to));
        return new Done(all.size(), null);
    }

    private Done tag(Batch wanted, List<EnquiryView> all) {
        List<String> added = Hands.tags(wanted.tags());
        if (added.isEmpty()) {
            throw Problem.invalid("tags", "desk.invalid.batch-tags");
        }
        Map<Long, List<String>> tags = new LinkedHashMap<>();
        all.forEach(each -> tags.put(
                each.id(),
                Stream.concat(each.work().tags().stream(), added.stream())
                        .distinct()
                        .toList()));
        List<Choice> full = all.stream()
                .filter(each -> Objects.requireNonNull(tags.get(each.id())).size() > Hands.MOST_TAGS)
                .map(each -> Choice.of(each, Obstacle.TAGS, Integer.toString(Hands.MOST_TAGS)))
                .toList();
        if (!full.isEmpty()) {
            throw new BatchStopped(full, all.size());
        }
        for (EnquiryView each : all) {
            var work = each.work();
            var enterprise = each.enterprise();
            String words = String.join(",", Objects.requireNonNull(tags.get(each.id())));
            hands.sort(
                    each.id(),
                    each.version(),
                    new Hands.Sorting(
                            work.priority(),
                            work.topic(),
                            work.audience(),
                            words,
                            enterprise == null ? null : enterprise.id()));
        }
        return new Done(all.size(), null);
    }

    private Done close(Batch wanted, List<EnquiryView> all) {
        var why = new Closing.Reason(wanted.reason());
        all.forEach(each -> closing.close(each.id(), each.version(), why));
        return new Done(all.size(), null);
    }
}

package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.Supplements;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Reads enquiries for their askers: what went between them and customs, and nothing of the work. */
@ApplicationScoped
public class MyEnquiries {

    private static final String ONE = AskedView.SELECT + " where e.id = ?1";
    private static final String LIST =
            AskedView.SELECT + " where e.enterprise_id = ?1 and (e.asked_at, e.id) < (coalesce((select l.asked_at from"
                    + " enquiry l where l.id = ?2), 'infinity'), ?2) order by e.asked_at desc, e.id desc limit ?3";

    @Inject
    private Thread thread;

    @Inject
    private MyRatings ratings;

    @Inject
    private UnitScope scope;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /**
     * One with its thread.
     *
     * @param sources what its answers rest on, in their order
     * @param toRate whether the viewer, who asked it, may say what he thinks of the answer
     */
    public record Read(AskedView enquiry, List<MessageView> thread, List<Source> sources, boolean toRate) {

        /** Those of one answer. */
        public List<Source> sourcesOf(MessageView message) {
            return sources.stream()
                    .filter(source -> source.message() == message.id())
                    .toList();
        }
    }

    /** Those of the enterprise the viewer acts for that he may see, the newest first. */
    @Transactional
    public Slice<AskedView> list(Paging paging) {
        Long enterprise = viewer.require().enterpriseId();
        if (enterprise == null) {
            throw Problem.notFound();
        }
        int limit = paging.limit();
        var rows = Rows.list(bound.query(LIST, enterprise, paging.afterId(Long.MAX_VALUE), limit + 1), AskedView::of);
        return Slice.of(rows, limit, AskedView::id);
    }

    /** @throws Problem 404 when there is none, or the viewer's enterprise has not asked it, or a colleague for himself */
    @Transactional
    public Read get(long id) {
        if (viewer.require().enterpriseId() == null) {
            throw Problem.notFound();
        }
        return read(id);
    }

    /** The enquiry a secret link opens. */
    @Transactional
    public Read ofLink(Supplements.Known known) {
        return scope.run(known.orgPath(), () -> read(known.id()));
    }

    private Read read(long id) {
        AskedView enquiry = Rows.one(bound.query(ONE, id), AskedView::of).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        List<MessageView> gone = thread.of(id).stream()
                .filter(message -> message.gone(now))
                .map(MyEnquiries::withoutAuthor)
                .toList();
        Set<Long> shown = gone.stream().map(MessageView::id).collect(Collectors.toSet());
        String language = RequestContext.current().language().code();
        List<Source> sources = Rows.list(bound.query(Source.OF, id, language), Source::of).stream()
                .filter(source -> shown.contains(source.message()))
                .toList();
        return new Read(enquiry, gone, sources, ratings.awaited(id));
    }

    /** The asker is answered by a unit, not by a person. */
    private static MessageView withoutAuthor(MessageView message) {
        return new MessageView(
                message.id(),
                message.kind(),
                message.language(),
                message.body(),
                null,
                message.unit(),
                message.level(),
                message.authority(),
                false,
                null,
                message.sender(),
                message.serves(),
                message.at(),
                message.goesAt(),
                null,
                message.files());
    }
}

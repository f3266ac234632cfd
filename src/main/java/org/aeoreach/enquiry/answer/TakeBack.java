package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what its author said and has not gone out yet: no letter, no message, the clocks as they were, the text in
 * his draft again. All of it or nothing.
 */
@ApplicationScoped
public class TakeBack {

    private static final String MINE =
            "select m.kind, m.body from enquiry_message m where m.id = ?1 and m.enquiry_id = ?2"
                    + " and m.account_id = ?3 and m.kind in ('ANSWER', 'REQUEST')";
    private static final String REPEATS = "select enquiry, message, desk from enquiry_repeats(?1)";
    private static final String UNDO = "update enquiry_message set undone_at = now(), version = version + 1"
            + " where id = ?1 and undone_at is null and goes_at > now() returning id";
    private static final String NOT_NOTED = "delete from enquiry_contact where message_id = ?1 and noted_at is null";
    private static final String NOTED = "select 1 from enquiry_contact where message_id = ?1";
    private static final String WAS = "select facts ->> 'was', kind from enquiry_event"
            + " where enquiry_id = ?1 and facts ->> 'message' = ?2 and kind in ('ANSWERED', 'ASKED_BACK',"
            + " 'ANSWER_CHANGED') order by id desc limit 1";
    private static final String IS = "select status from enquiry_clock_facts(?1)";
    private static final String SAID = "select 1 from enquiry_message where enquiry_id = ?1 and kind = ?2"
            + " and undone_at is null and id > coalesce(cast(?3 as bigint), 0)";
    // Whether the answer it replaced is right is open again.
    private static final String OPEN_AGAIN = "update enquiry_recheck set status = 'OPEN', decided_by = null,"
            + " decided_at = null, note = null, answer_id = null, version = version + 1 where answer_id = ?1";
    private static final String DRAFT = "insert into enquiry_draft (enquiry_id, account_id, unit_id, org_path, kind,"
            + " content) values (?1, ?2, ?3, ?4, ?5, jsonb_build_object('text', cast(?6 as text), 'citations', (select"
            + " coalesce(jsonb_agg(d.code || '@' || c.version || coalesce('#' || c.anchor, '') order by c.position), '[]')"
            + " from enquiry_citation c join document d on d.id = c.document_id where c.message_id = ?7)))"
            + " on conflict (enquiry_id, account_id, kind) do update set unit_id = excluded.unit_id,"
            + " org_path = excluded.org_path, content = excluded.content, changed_at = now()";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Clocks clocks;

    @Inject
    private Standing standing;

    @Inject
    private Events events;

    @Inject
    private UnitScope scope;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    private record Words(String kind, String body) {}

    private record Undone(long enquiry, long message) {}

    /** The same in a merged enquiry. @param desk path of the unit whose turn that one is */
    private record Repeat(Undone undone, String desk) {}

    /** @param by what was said: ANSWERED, ASKED_BACK, or ANSWER_CHANGED when it took the place of an earlier answer */
    private record Before(EnquiryStatus status, String by) {

        private boolean corrected() {
            return by.equals("ANSWER_CHANGED");
        }

        private EnquiryStatus after() {
            return by.equals("ASKED_BACK") ? EnquiryStatus.WAITING : EnquiryStatus.ANSWERED;
        }
    }

    /** @throws Problem 404 when it is no answer or question back of the viewer's, 409 when it has gone out */
    @Transactional
    public EnquiryView undo(long id, long message) {
        EnquiryView enquiry = enquiries.get(id);
        Viewer me = viewer.require();
        Words words = Rows.one(
                        bound.query(MINE, message, id, me.accountId()), row -> new Words(row.text(0), row.text(1)))
                .orElseThrow(Problem::notFound);
        boolean held = Rows.one(bound.query("select enquiry_letters_taken_back(?1)", message), row -> row.flag(0))
                .orElse(false);
        if (!held) {
            throw new Problem(409, "desk.problem.gone");
        }
        List<Repeat> repeats = Rows.list(
                bound.query(REPEATS, message), row -> new Repeat(new Undone(row.id(0), row.id(1)), row.text(2)));
        takeBack(new Undone(id, message));
        repeats.forEach(this::takeBack);
        bound.query(DRAFT, id, me.accountId(), me.unitId(), me.orgPath(), words.kind(), words.body(), message)
                .executeUpdate();
        audit.record(
                "desk.take-back",
                new AuditTrail.Subject("enquiry", id, enquiry.unit().path()),
                Changes.none().with("message", message));
        return enquiries.get(id);
    }

    private void takeBack(Undone each) {
        forget(each);
        restore(each);
    }

    private void takeBack(Repeat each) {
        forget(each.undone());
        scope.run(each.desk(), () -> {
            forget(each.undone());
            restore(each.undone());
            return each;
        });
    }

    /** Who notes contacts holds the row until he is done; it is his who said it, or the unit's whose thread it is. */
    private void forget(Undone each) {
        bound.query(NOT_NOTED, each.message()).executeUpdate();
        if (!bound.query(NOTED, each.message()).getResultList().isEmpty()) {
            throw new Problem(409, "desk.problem.gone");
        }
    }

    private void restore(Undone each) {
        if (bound.query(UNDO, each.message()).getResultList().isEmpty()) {
            throw new Problem(409, "desk.problem.gone");
        }
        Before before = Rows.one(
                        bound.query(WAS, each.enquiry(), Long.toString(each.message())),
                        row -> new Before(EnquiryStatus.valueOf(row.text(0)), row.text(1)))
                .orElse(new Before(EnquiryStatus.OPEN, "ANSWERED"));
        if (before.corrected()) {
            bound.query(OPEN_AGAIN, each.message()).executeUpdate();
        } else if (untouched(each, before.after())) {
            clocks(each, before.status());
        }
        standing.refresh(each.enquiry());
        events.note(each.enquiry(), "TAKEN_BACK", Map.of("message", each.message()));
    }

    /** Whether it still is as the message left it: the asker has not written, nothing else was said, nobody passed it on. */
    private boolean untouched(Undone each, EnquiryStatus after) {
        String now =
                Rows.one(bound.query(IS, each.enquiry()), row -> row.text(0)).orElseThrow(Problem::notFound);
        return now.equals(after.name())
                && !said(each, "ANSWER", each.message())
                && !said(each, "REQUEST", each.message());
    }

    /** @param after only what was said after this message, or null */
    private boolean said(Undone each, String kind, @Nullable Long after) {
        return !bound.query(SAID, each.enquiry(), kind, after).getResultList().isEmpty();
    }

    /** What was said before counts as long as it was not taken back too. */
    private void clocks(Undone each, EnquiryStatus was) {
        if (was == EnquiryStatus.WAITING && said(each, "REQUEST", null)) {
            clocks.goOn(each.enquiry(), EnquiryStatus.OPEN);
            clocks.stand(each.enquiry(), was);
        } else if (was == EnquiryStatus.ANSWERED && said(each, "ANSWER", null)) {
            clocks.stand(each.enquiry(), was);
        } else {
            // Whoever wrote has it in hand; a stay that was reopened goes on as the same one.
            clocks.goOn(each.enquiry(), EnquiryStatus.OPEN);
        }
    }
}

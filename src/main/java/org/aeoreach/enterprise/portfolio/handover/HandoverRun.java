package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.portfolio.EnterpriseRows;
import org.aeoreach.enterprise.portfolio.Officers;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Digests;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;

/**
 * Makes a handover, or undoes one, in a transaction each: cut short, it left nothing; done, doing it again does nothing.
 * Whoever comes second to one waits for its row and then finds it done.
 */
@ApplicationScoped
class HandoverRun {

    /** The parameter of the jobs that names the handover. */
    static final String ID = "handover";

    /** The parameter that says whether the enterprises are told. */
    static final String TELL = "tell";

    /** Enterprises between two looks at whether to go on. */
    private static final int STEP = 250;

    private static final String HIS = "e.coordinator_id = ? and exists (select from coordination c"
            + " where c.enterprise_id = e.id and c.account_id = e.coordinator_id and c.part = 'COORDINATOR'"
            + " and c.valid_to is null)";

    /** By their numbers, as everybody locks them. */
    private static final String ORDER = " order by e.id";

    private static final String LOCKED = " for no key update of e";

    @Inject
    private Bound bound;

    @Inject
    private HandoverViews views;

    @Inject
    private Briefs briefs;

    @Inject
    private Passage passage;

    @Inject
    private Officers officers;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Hears how far it is, and may end it all by throwing. */
    interface Progress {
        Progress NONE = (done, total) -> {};

        void of(long done, long total);
    }

    private record Held(long id, String orgPath) {}

    /** @throws Problem 409 when the new one may not look after all of them any more, or there is nothing to pass on */
    @Transactional
    public HandoverView pass(long id, boolean tell, Progress progress) {
        HandoverView view = views.locked(id);
        if (!view.status().equals("RUNNING")) {
            return view;
        }
        // What takes long comes before anybody has to wait for these enterprises.
        Map<Long, Briefs.Brief> written = new HashMap<>();
        write(written, read(HIS + ORDER, view.fromAccount()), progress);
        // Whoever passes some of them on meanwhile is waited for, and then they are not his any more.
        List<Held> held = read(HIS + ORDER + LOCKED, view.fromAccount());
        if (held.isEmpty()) {
            throw new Problem(409, "portfolio.problem.nothing-to-hand-over");
        }
        requireTaker(view.toAccount(), paths(held));
        write(
                written,
                held.stream().filter(each -> !written.containsKey(each.id())).toList(),
                Progress.NONE);
        List<Long> all = byName(held);
        for (int from = 0; from < all.size(); from += STEP) {
            progress.of((all.size() + from) / 2, all.size());
            passage.pass(view, all.subList(from, Math.min(from + STEP, all.size())), tell, written);
        }
        bound.query(
                        "update handover set status = 'DONE', enterprises = ?, version = version + 1 where id = ?",
                        all.size(),
                        id)
                .executeUpdate();
        record(view, all);
        return views.get(id);
    }

    /** As they stand when the handover begins, the first half of its work; those that came to him since come last. */
    private void write(Map<Long, Briefs.Brief> written, List<Held> held, Progress progress) {
        for (int from = 0; from < held.size(); from += STEP) {
            progress.of(from / 2, held.size());
            List<Held> some = held.subList(from, Math.min(from + STEP, held.size()));
            written.putAll(briefs.of(some.stream().map(Held::id).toList()));
        }
    }

    /** Asked when it was ordered, too; here no form is at hand to be told. */
    private void requireTaker(long account, Set<String> paths) {
        try {
            officers.hold(account, paths, "toAccount");
        } catch (Problem gone) {
            throw new Problem(409, "portfolio.problem.taker-gone");
        }
    }

    /** @throws Problem 409 as {@link Handovers#undo} */
    @Transactional
    public HandoverView giveBack(long id, Progress progress) {
        HandoverView view = views.locked(id);
        if (!view.status().equals("UNDOING")) {
            return view;
        }
        List<Long> all = read(
                        "e.id in (select i.enterprise_id from handover_item i where i.handover_id = ?)" + ORDER
                                + LOCKED,
                        id)
                .stream()
                .map(Held::id)
                .toList();
        requireReturnable(view);
        for (int from = 0; from < all.size(); from += STEP) {
            progress.of(from, all.size());
            passage.giveBack(view, all.subList(from, Math.min(from + STEP, all.size())));
        }
        passage.rejoin(view);
        bound.query(
                        "update handover set status = 'UNDONE', undone_at = now(), undone_by = ?, version = version + 1"
                                + " where id = ?",
                        viewer.require().accountId(),
                        id)
                .executeUpdate();
        audit.record(
                "portfolio.undo-handover",
                new AuditTrail.Subject("handover", id, view.orgPath()),
                Changes.none().with("account", view.toAccount(), view.fromAccount()));
        return views.get(id);
    }

    private List<Held> read(String condition, long value) {
        return Rows.list(
                bound.query(
                        "select e.id, e.org_path from enterprise e where e.merged_into is null and " + condition,
                        value),
                row -> new Held(row.id(0), row.text(1)));
    }

    private static Set<String> paths(List<Held> held) {
        TreeSet<String> paths = new TreeSet<>();
        held.forEach(each -> paths.add(each.orgPath()));
        return paths;
    }

    private List<Long> byName(List<Held> held) {
        return Rows.list(
                bound.query(
                        "select e.id from enterprise e where e.id = any (cast(string_to_array(?, ',') as bigint[]))"
                                + " order by e.name_zh collate pinyin, e.id",
                        held.stream().map(Held::id).toList()),
                row -> row.id(0));
    }

    /** Names them while they are few; the rows of the handover name them all. */
    private void record(HandoverView view, List<Long> all) {
        String numbers = EnterpriseRows.joined(all);
        audit.record(
                "portfolio.hand-over",
                new AuditTrail.Subject("handover", view.id(), view.orgPath()),
                Changes.none()
                        .with("account", view.fromAccount(), view.toAccount())
                        .with("enterprises", Integer.toString(all.size()))
                        .with("enterpriseNumbers", all.size() <= Handovers.AT_ONCE ? numbers : null)
                        .with("numbersDigest", HexFormat.of().formatHex(Digests.sha256(numbers)))
                        .with("reason", view.reason()));
    }

    /** @throws Problem 409 when it cannot be undone as a whole */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireReturnable(HandoverView view) {
        List<Bilingual> changed = Rows.list(
                bound.query(
                        "select e.name_zh, e.name_en from handover_item i join enterprise e on e.id = i.enterprise_id"
                                + " join coordination c on c.id = i.after_id where i.handover_id = ?"
                                + " and (c.valid_to is not null or e.merged_into is not null"
                                // Merged meanwhile: the one that stays had a coordinator of its own.
                                + " or c.enterprise_id <> i.enterprise_id) order by e.id limit 5",
                        view.id()),
                row -> new Bilingual(row.text(0), row.textOrNull(1)));
        if (!changed.isEmpty()) {
            throw new Problem(409, "portfolio.problem.changed-since", Bilingual.joined(changed));
        }
        List<Rows.Row> paths = Rows.list(
                bound.query(
                        "select i.org_path, count(*) from handover_item i where i.handover_id = ? group by 1",
                        view.id()),
                row -> row);
        long seen = paths.stream().mapToLong(row -> row.id(1)).sum();
        if (seen < view.enterprises()) {
            throw new Problem(409, "portfolio.problem.gone-since", view.enterprises() - seen);
        }
        try {
            officers.hold(
                    view.fromAccount(), paths.stream().map(row -> row.text(0)).toList(), "fromAccount");
        } catch (Problem gone) {
            throw new Problem(409, "portfolio.problem.former-gone");
        }
    }
}

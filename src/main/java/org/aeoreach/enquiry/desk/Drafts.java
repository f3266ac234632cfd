package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.answer.Reply;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** What officers are writing: the words are their own, their unit sees that they write. */
@ApplicationScoped
public class Drafts {

    /** After so many seconds without a change nobody is said to write any more. */
    private static final int FRESH = 60;

    private static final String KEEP =
            "insert into enquiry_draft (enquiry_id, account_id, unit_id, org_path, kind, content)"
                    + " values (?1, ?2, ?3, ?4, ?5, cast(?6 as jsonb)) on conflict (enquiry_id, account_id, kind) do update set"
                    + " unit_id = excluded.unit_id, org_path = excluded.org_path, content = excluded.content, changed_at = now()";
    private static final String MINE =
            "select content ->> 'text', array_to_string(array(select jsonb_array_elements_text(content -> 'citations')), ' ')"
                    + " from enquiry_draft where enquiry_id = ?1 and account_id = ?2 and kind = ?3";
    private static final String OTHERS = "select d.kind, a.name_zh, a.name_en from enquiry_draft d"
            + " left join account a on a.id = d.account_id where d.enquiry_id = ?1 and d.account_id <> ?2"
            + " and d.changed_at > now() - make_interval(secs => " + FRESH + ") order by d.changed_at desc";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /**
     * What stands in a form at this moment; an empty text and nothing cited ends the draft.
     *
     * @param citations as {@link Reply#citations} takes them
     */
    public record Draft(
            @NotNull DraftKind kind,
            @Nullable @Size(max = 20000) String text,
            @Size(max = 20) List<@NotNull @Pattern(regexp = Reply.CITATION) String> citations) {

        /** What a program leaves out is nothing. */
        public Draft {
            citations = List.copyOf(Objects.requireNonNullElse(citations, List.of()));
        }
    }

    /** What the viewer has written. */
    record Kept(String text, List<String> citations) {

        static final Kept NOTHING = new Kept("", List.of());
    }

    /** Somebody of the unit who writes at this moment; his words are not told. */
    public record Writing(
            DraftKind kind, @Nullable String zh, @Nullable String en) {}

    /** Keeps the viewer's words of this kind. @throws Problem 404 when he may not see the enquiry */
    @Transactional
    public void keep(long enquiry, Draft draft) {
        enquiries.get(enquiry);
        Viewer me = viewer.require();
        String text = Objects.requireNonNullElse(draft.text(), "");
        if (text.isBlank() && draft.citations().isEmpty()) {
            drop(enquiry, draft.kind());
        } else {
            String content = JsonText.JSON
                    .createObjectBuilder()
                    .add("text", text)
                    .add("citations", JsonText.JSON.createArrayBuilder(draft.citations()))
                    .build()
                    .toString();
            bound.query(KEEP, enquiry, me.accountId(), me.unitId(), me.orgPath(), draft.kind(), content)
                    .executeUpdate();
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void drop(long enquiry, DraftKind kind) {
        bound.query(
                        "delete from enquiry_draft where enquiry_id = ?1 and account_id = ?2 and kind = ?3",
                        enquiry,
                        viewer.require().accountId(),
                        kind)
                .executeUpdate();
    }

    /** The viewer's words of this kind, as he left them. */
    @Transactional
    public Optional<Kept> mine(long enquiry, DraftKind kind) {
        return Rows.one(
                bound.query(MINE, enquiry, viewer.require().accountId(), kind),
                row -> new Kept(
                        Objects.requireNonNullElse(row.textOrNull(0), ""),
                        row.text(1).isEmpty() ? List.of() : List.of(row.text(1).split(" "))));
    }

    /** Who else of the unit has written within the last minute. */
    @Transactional
    public List<Writing> others(long enquiry) {
        enquiries.get(enquiry);
        return Rows.list(
                bound.query(OTHERS, enquiry, viewer.require().accountId()),
                row -> new Writing(DraftKind.valueOf(row.text(0)), row.textOrNull(1), row.textOrNull(2)));
    }
}

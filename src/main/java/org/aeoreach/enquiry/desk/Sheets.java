package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.enquiry.answer.Citations;
import org.aeoreach.enquiry.answer.Closing;
import org.aeoreach.enquiry.answer.Passages;
import org.aeoreach.enquiry.answer.Reply;
import org.aeoreach.enquiry.passing.Steps;
import org.aeoreach.enquiry.publish.Publications;
import org.aeoreach.enquiry.template.Templates;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.EnterprisePicker;
import org.aeoreach.web.picker.EnterprisePickers;
import org.aeoreach.web.picker.PickerField;

/** Puts the page of an enquiry together. */
@ApplicationScoped
class Sheets {

    private static final String STEPS =
            "select n.zh, n.en, s.level, s.entered_at, s.left_at, s.late, s.passed, s.words,"
                    + " s.proposal, s.agreed from enquiry_step s join unit_name n on n.unit_id = s.unit_id and n.valid_to is null"
                    + " where s.enquiry_id = ?1 order by s.id";

    @Inject
    private Enquiries enquiries;

    @Inject
    private TopicChoices topics;

    @Inject
    private Steps steps;

    @Inject
    private Thread thread;

    @Inject
    private Citations citations;

    @Inject
    private Notes notes;

    @Inject
    private Drafts drafts;

    @Inject
    private Together together;

    @Inject
    private Passages passages;

    @Inject
    private Templates templates;

    @Inject
    private Statuses statuses;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Publications publications;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private AskerPost post;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** The forms as nobody has typed in them yet, but for the viewer's drafts and an answer agreed above. */
    @Transactional
    public Sheet.Deeds blank(EnquiryView enquiry) {
        long id = enquiry.id();
        long version = enquiry.version();
        Drafts.Kept answer = drafts.mine(id, DraftKind.ANSWER)
                .or(() -> steps.agreed(id).map(text -> new Drafts.Kept(text, List.of())))
                .orElse(Drafts.Kept.NOTHING);
        return new Sheet.Deeds(
                Form.of(Reply.class)
                        .named("answer")
                        .with("body", answer.text())
                        .with("citations", answer.citations())
                        .version(version),
                Form.of(Reply.class)
                        .named("request")
                        .with("body", text(id, DraftKind.REQUEST))
                        .version(version),
                Form.of(Notes.NewNote.class).named("note").with("body", text(id, DraftKind.NOTE)),
                Form.of(Hands.Assignment.class).named("assign").version(version),
                speaks(Form.of(SortForm.class), enquiry)
                        .named("sort")
                        .with("priority", enquiry.work().priority())
                        .with("topic", enquiry.work().topic())
                        .with("audience", enquiry.work().audience())
                        .with("tags", String.join(", ", enquiry.work().tags()))
                        .version(version),
                Form.of(Closing.Reason.class).named("close").version(version),
                Form.of(Closing.Reason.class)
                        .named("reopen")
                        .requiring("reason")
                        .version(version),
                "");
    }

    private String text(long id, DraftKind kind) {
        return drafts.mine(id, kind).orElse(Drafts.Kept.NOTHING).text();
    }

    /** @param find what to look for in the library, empty for what the enquiry is about */
    @Transactional
    public Sheet of(Page page, EnquiryView enquiry, Sheet.Deeds deeds, String find) {
        Viewer me = viewer.require();
        boolean here = me.covers(enquiry.work().desk().path());
        boolean turn = me.role().mayWrite() && here;
        List<MessageView> said = thread.of(enquiry.id());
        return new Sheet(
                enquiry,
                clock.instant(),
                turn,
                here,
                me.role().mayWrite(),
                me.accountId(),
                said,
                citations.of(enquiry.id(), page.language()),
                notes.of(enquiry.id()),
                Rows.list(bound.query(STEPS, enquiry.id()), Sheets::stay),
                drafts.others(enquiry.id()),
                together.of(enquiry.id()),
                find,
                passages.offer(find, enquiry.language(), deeds.answer().values("citations")),
                turn && me.role().mayWrite() ? templates.offered(enquiry) : List.of(),
                statuses.names(page),
                topics.name(page, enquiry.work().topic()),
                publications.find(enquiry.id()).orElse(null),
                publications.possible(enquiry),
                turn && Speaking.open(enquiry) ? pickers.of(deeds.sort(), "enterprise") : null,
                post.about(enquiry),
                turn ? chosen(page, enquiry, said, deeds) : deeds);
    }

    private Form speaks(Form form, EnquiryView enquiry) {
        EnterprisePicker there =
                pickers.field(PickerField.of("enterprise", "desk.field.enterprise"), Speaking.of(enquiry));
        return there.id() == null ? form : form.with("enterprise", there.id()).with("enterpriseText", there.text());
    }

    private Sheet.Deeds chosen(Page page, EnquiryView enquiry, List<MessageView> said, Sheet.Deeds deeds) {
        EnquiryView.Officer has = enquiry.work().officer();
        List<Option> others = colleagues.options(enquiry.work().desk().path(), page).stream()
                .filter(option -> has == null || !option.value().equals(Long.toString(has.id())))
                .toList();
        return new Sheet.Deeds(
                deeds.answer(),
                deeds.request(),
                deeds.note(),
                deeds.assign().options("officerId", others),
                deeds.sort()
                        .options("priority", List.of(priority(page, 1), priority(page, 2), priority(page, 3)))
                        .options("topic", topics.of(page, enquiry, said))
                        .options("audience", audiences(page)),
                deeds.close(),
                deeds.reopen(),
                deeds.failed());
    }

    private static Option priority(Page page, int value) {
        return new Option(Integer.toString(value), page.t("desk.priority." + value));
    }

    private static List<Option> audiences(Page page) {
        return List.of("ALL", "PROSPECTIVE", "AEO").stream()
                .map(value -> new Option(value, page.t("desk.audience." + value)))
                .toList();
    }

    private static Sheet.Stay stay(Rows.Row row) {
        return new Sheet.Stay(
                row.text(0),
                row.textOrNull(1),
                row.text(2),
                row.instant(3),
                row.instantOrNull(4),
                row.flag(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.flag(9));
    }
}

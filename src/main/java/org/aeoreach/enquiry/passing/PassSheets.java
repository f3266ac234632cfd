package org.aeoreach.enquiry.passing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Puts together what somebody sees who passes an enquiry on. */
@ApplicationScoped
class PassSheets {

    private static final String ABOVE = "select n.zh, n.en from unit d"
            + " join unit_name n on n.unit_id = d.parent_id and n.valid_to is null where d.id = ?1";
    private static final String BELOW = "select n.zh, n.en from unit u"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null where u.parent_id = ?1"
            + " and starts_with(?2, u.org_path)";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Thread thread;

    @Inject
    private Steps steps;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    @Transactional
    PassSheet up(long id, Form form) {
        EnquiryView enquiry = enquiries.get(id);
        return sheet(enquiry, name(ABOVE, enquiry.work().desk().id()), form);
    }

    @Transactional
    PassSheet down(long id, Form form) {
        EnquiryView enquiry = enquiries.get(id);
        return sheet(
                enquiry, name(BELOW, enquiry.work().desk().id(), enquiry.unit().path()), form);
    }

    @Transactional
    PassSheet over(long id, Form form) {
        return sheet(enquiries.get(id), null, form);
    }

    /** What the level below proposed stands there, to be passed on as it is or changed. */
    @Transactional
    Form blankUp(long id) {
        return Form.of(PassUp.class)
                .with("passReason", "")
                .with("proposal", steps.handed(id).map(StepView::proposal).orElse(""))
                .version(enquiries.get(id).version());
    }

    /** The answer proposed, or agreed above, stands there, to be agreed as it is or changed. */
    @Transactional
    Form blankDown(long id) {
        boolean agreed = steps.agreed(id).isPresent();
        return Form.of(PassDown.class)
                .with("passOutcome", agreed ? PassDown.Outcome.AGREED : PassDown.Outcome.GUIDANCE)
                .with("guidance", "")
                .with("agreedAnswer", steps.handed(id).map(StepView::proposal).orElse(""))
                .version(enquiries.get(id).version());
    }

    @Transactional
    Form blankTransfer(long id) {
        return Form.of(Transfer.class)
                .with("transferTo", "")
                .with("transferReason", "")
                .version(enquiries.get(id).version());
    }

    private PassSheet sheet(EnquiryView enquiry, @Nullable String to, Form form) {
        return new PassSheet(enquiry, to, thread.of(enquiry.id()), steps.of(enquiry.id()), form);
    }

    private @Nullable String name(String sql, Object... values) {
        return Rows.one(
                        bound.query(sql, values),
                        row -> viewer.require().settings().language().pick(row.text(0), row.textOrNull(1)))
                .orElse(null);
    }
}

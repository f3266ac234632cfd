package org.aeoreach.enquiry.passing;

import java.util.List;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who passes an enquiry on.
 *
 * @param to the unit it goes to; null when it is chosen
 * @param thread what went between the asker and customs
 * @param steps the way it took so far
 */
public record PassSheet(
        EnquiryView enquiry, @Nullable String to, List<MessageView> thread, List<StepView> steps, Form form) {

    PassSheet with(Form other) {
        return new PassSheet(enquiry, to, thread, steps, other);
    }

    public String address() {
        return "/desk/enquiries/" + enquiry.id();
    }

    /** Name of the unit that answers the asker. */
    public String unit(Page page) {
        return page.pick(enquiry.unit().zh(), enquiry.unit().en());
    }
}

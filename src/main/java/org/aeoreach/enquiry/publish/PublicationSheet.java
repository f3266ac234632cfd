package org.aeoreach.enquiry.publish;

import java.util.List;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an answer is made a question for everybody.
 *
 * @param answer what customs said last; null while there is nothing to be published
 * @param there what was made of it already
 * @param telltales what in the texts looks like a name, a number or an address
 */
public record PublicationSheet(
        EnquiryView enquiry,
        @Nullable MessageView answer,
        @Nullable PublicationView there,
        Form form,
        List<String> telltales) {

    /** Whether there is something to fill in; what was typed is shown whatever happened meanwhile. */
    public boolean fills() {
        return there == null && (answer != null || form.faulty());
    }

    public String address() {
        return "/desk/enquiries/" + enquiry.id();
    }

    /** Both languages, that of the asker first. */
    public List<String> languages() {
        return List.of(enquiry.language().code(), enquiry.language().other().code());
    }

    /** Whether a language is the one the answer was given in. */
    public boolean given(String language) {
        return enquiry.language().code().equals(language);
    }
}

package org.aeoreach.enquiry.bulk;

import java.util.List;
import org.aeoreach.enquiry.answer.Passages;
import org.aeoreach.enquiry.template.TemplateView;
import org.aeoreach.web.form.Form;

/**
 * The page of a deed for many.
 *
 * @param choices those it can be done with first
 * @param hidden how many of the ticked ones the viewer does not see any more
 * @param passages found for what was looked for, and those ticked already
 * @param back the list they were ticked in
 */
public record BatchSheet(
        Deed deed,
        Form form,
        List<Choice> choices,
        int hidden,
        List<TemplateView> templates,
        Passages.Offer passages,
        String back) {

    /** Whether it can be done with any. */
    public boolean possible() {
        return choices.stream().anyMatch(Choice::open);
    }

    /** How many it can be done with as they stand. */
    public long doable() {
        return choices.stream().filter(each -> each.obstacle() == null).count();
    }

    /** Whether somebody who writes this language is among those it can be done with. */
    public boolean speaks(String language) {
        return choices.stream().anyMatch(each -> each.open() && each.language().equals(language));
    }
}

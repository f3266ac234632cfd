package org.aeoreach.enquiry.passing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** The way an enquiry took. */
@ApplicationScoped
public class Steps {

    @Inject
    private Bound bound;

    @Inject
    private Enquiries enquiries;

    /** All stays in their order. @throws org.aeoreach.platform.Problem 404 when the viewer does not see the enquiry */
    @Transactional
    public List<StepView> of(long enquiryId) {
        enquiries.get(enquiryId);
        return Rows.list(bound.query(StepView.SELECT, enquiryId), StepView::of);
    }

    /** What the unit that has it now got from the level below or above, until the asker is answered. */
    @Transactional
    public Optional<StepView> handed(long enquiryId) {
        List<StepView> all =
                of(enquiryId).stream().filter(step -> step.leftAt() != null).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1)).filter(StepView::betweenLevels);
    }

    /** The answer a level above has agreed and that now is to be sent, if there is one. */
    @Transactional
    public Optional<String> agreed(long enquiryId) {
        return handed(enquiryId).filter(StepView::agreed).map(StepView::proposal);
    }
}

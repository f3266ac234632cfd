package org.aeoreach.training.after;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Why somebody did not come, as he types it. */
public record AbsenceForm(
        @NotNull AbsenceReason absenceReason,
        @Nullable @Size(max = 1000) String absenceWords) {

    static Form begun(@Nullable String reason, @Nullable String words) {
        return Form.of(AbsenceForm.class).with("absenceReason", reason).with("absenceWords", words);
    }
}

package org.aeoreach.campaign.mailing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a mailing. It goes to the audiences it has a text for.
 *
 * @param title what colleagues call it
 * @param purpose what it is for, in the words of who writes it; read by who approves it
 * @param states in which states enterprises in scope get it
 * @param sendDay on which it goes out, in Shanghai; null: as soon as it is approved
 * @param sendTime at what time of that day; null: at nine
 */
public record Mailing(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 1000) String purpose,
        @NotEmpty @Size(max = 4) List<@NotNull MailingState> states,
        @Nullable LocalDate sendDay,
        @Nullable LocalTime sendTime,
        @NotEmpty @Size(max = 3) List<@NotNull @Valid MailingText> texts) {

    /** Why it is returned or withdrawn. */
    public record Reason(@NotBlank @Size(max = 1000) String reason) {}
}

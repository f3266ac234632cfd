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
 * @param titleZh what colleagues call it
 * @param purpose what it is for, in the words of who writes it; read by who approves it
 * @param conditions JSON of the condition its enterprises meet when letters are written, as segments have them; null:
 *     every enterprise in scope
 * @param units codes of units below whose enterprises, and those further below, get it; empty: all of the unit
 * @param states in which states enterprises in scope get it
 * @param sendDay on which it goes out, in Shanghai; null: as soon as it is approved
 * @param sendTime at what time of that day; null: at nine
 */
public record Mailing(
        @NotBlank @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @Nullable @Size(max = 1000) String purpose,
        @Nullable @Size(max = 20000) String conditions,
        @Nullable @Size(max = 200) List<@NotNull String> units,
        @NotEmpty @Size(max = 4) List<@NotNull MailingState> states,
        @Nullable LocalDate sendDay,
        @Nullable LocalTime sendTime,
        @NotEmpty @Size(max = 3) List<@NotNull @Valid MailingText> texts) {

    /** The units it is for. */
    List<String> unitCodes() {
        return units == null ? List.of() : units;
    }

    /** Its states, each once. */
    List<MailingState> statesOnce() {
        return states.stream().sorted().distinct().toList();
    }

    /** Why it is returned or withdrawn. */
    public record Reason(@NotBlank @Size(max = 1000) String reason) {}
}

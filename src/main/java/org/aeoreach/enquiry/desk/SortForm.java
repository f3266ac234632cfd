package org.aeoreach.enquiry.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** In which pile an enquiry lies, as typed; the enterprise is typed and found. */
public record SortForm(
        @NotNull @Min(1) @Max(3) Integer priority,
        @Nullable @Size(max = 80) String topic,

        @Nullable @Pattern(regexp = "ALL|PROSPECTIVE|AEO") String audience,

        @Nullable @Size(max = 900) String tags,
        @Nullable @Size(max = 200) String enterpriseText) {

    Hands.Sorting sorting(@Nullable Long enterprise) {
        return new Hands.Sorting(priority, topic, audience, tags, enterprise);
    }
}

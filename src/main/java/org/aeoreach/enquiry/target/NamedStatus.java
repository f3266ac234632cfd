package org.aeoreach.enquiry.target;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the viewer's unit calls a status; both names empty: what the unit above calls it. */
public record NamedStatus(
        @NotNull @Nullable Named namedStatus,
        @Nullable @Size(max = 20) String nameZh,
        @Nullable @Size(max = 40) String nameEn) {

    /** What has a name. */
    public enum Named {
        NEW,
        OPEN,
        WAITING,
        /** Another level has it. */
        ELSEWHERE,
        ANSWERED,
        CLOSED,
        REOPENED
    }

    boolean empty() {
        return blank(nameZh) && blank(nameEn);
    }

    boolean whole() {
        return !blank(nameZh) && !blank(nameEn);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

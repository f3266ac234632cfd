package org.aeoreach.enquiry.bulk;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.answer.Reply;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One deed for many enquiries.
 *
 * @param chosen number and version of each, such as {@code 150-3}: what others changed since is not touched
 * @param bodyZh answer for askers who write Chinese, with the placeholders of templates
 * @param bodyEn the same for those who write English
 * @param citations documents the answer rests on, as {@link Reply} takes them
 * @param officerId to whom they go
 * @param reason why they are given to him or closed
 * @param tags words of the unit's own that are added
 */
public record Batch(
        @NotNull @Nullable Deed deed,

        @NotEmpty(message = "{desk.invalid.batch-none}")
        List<@NotNull @Pattern(regexp = "[0-9]{1,18}-[0-9]{1,18}") String> chosen,

        @Nullable @Size(max = Reply.LONGEST) String bodyZh,
        @Nullable @Size(max = Reply.LONGEST) String bodyEn,
        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = Reply.CITATION) String> citations,
        @Nullable Long officerId,
        @Nullable @Size(max = 300) String reason,
        @Nullable @Size(max = 900) String tags) {

    /** As many as are done at once. */
    static final int MOST = 200;

    /** The version seen of each. @throws Problem 422 when there are too many */
    Map<Long, Long> seen() {
        Map<Long, Long> seen = new LinkedHashMap<>();
        for (String each : chosen) {
            String[] parts = each.split("-", 2);
            seen.put(Long.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        few(seen.size());
        return seen;
    }

    static void few(int many) {
        if (many > MOST) {
            throw new Problem(422, "desk.problem.batch-too-many", MOST);
        }
    }

    /** What its asker is told, before placeholders are filled in; empty when nothing was written. */
    String body(EnquiryView enquiry) {
        String body = enquiry.language() == Language.EN ? bodyEn : bodyZh;
        return Objects.requireNonNullElse(body, "").strip();
    }

    Reply reply(String body) {
        return new Reply(body, Objects.requireNonNullElse(citations, List.of()));
    }
}

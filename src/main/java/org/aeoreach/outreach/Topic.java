package org.aeoreach.outreach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One subject of a contact.
 *
 * @param ref name of the thing it was about, see {@link Subjects}; null when there are only words, and always for OTHER
 * @param text at most 200 characters; of a criterion or an arrangement that is known the Chinese title is kept
 */
public record Topic(
        @NotNull SubjectKind kind,
        @Nullable @Pattern(regexp = Topic.REF) String ref,
        @NotBlank @Size(max = Topic.LONGEST) String text) {

    static final int LONGEST = 200;
    static final String REF = "[a-z0-9][a-z0-9-]{0,99}";

    /** One that is only words. */
    public static Topic words(SubjectKind kind, String text) {
        return new Topic(kind, null, text);
    }

    /** Whether it is one of the known criteria and arrangements. */
    boolean isKnown() {
        return ref != null && (kind == SubjectKind.CRITERION || kind == SubjectKind.ARRANGEMENT);
    }

    /** As one value of a form. */
    public String value() {
        return kind + "|" + (ref == null ? "" : ref) + "|" + text;
    }

    /** What {@link #value} was made of; empty for anything else. */
    static Optional<Topic> of(String value) {
        String[] parts = value.split("\\|", 3);
        if (parts.length != 3 || parts[2].isBlank() || parts[2].length() > LONGEST) {
            return Optional.empty();
        }
        if (!parts[1].isEmpty() && !parts[1].matches(REF)) {
            return Optional.empty();
        }
        for (SubjectKind kind : SubjectKind.values()) {
            if (kind.name().equals(parts[0])) {
                return Optional.of(new Topic(kind, parts[1].isEmpty() ? null : parts[1], parts[2].strip()));
            }
        }
        return Optional.empty();
    }
}

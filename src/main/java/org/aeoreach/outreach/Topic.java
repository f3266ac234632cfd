package org.aeoreach.outreach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** One subject of a contact, at most 200 characters. */
public record Topic(
        @NotNull SubjectKind kind,
        @NotBlank @Size(max = Topic.LONGEST) String text) {

    static final int LONGEST = 200;

    /** As one value of a form. */
    public String value() {
        return kind + "|" + text;
    }

    /** What {@link #value} was made of; empty for anything else. */
    static Optional<Topic> of(String value) {
        String[] parts = value.split("\\|", 2);
        for (SubjectKind kind : SubjectKind.values()) {
            if (parts.length == 2
                    && kind.name().equals(parts[0])
                    && !parts[1].isBlank()
                    && parts[1].length() <= LONGEST) {
                return Optional.of(new Topic(kind, parts[1].strip()));
            }
        }
        return Optional.empty();
    }
}

package org.aeoreach.web.detail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands.
 *
 * @param tags its state first, then what else one must know at a glance
 * @param next what is to be done next, or null when nothing waits for the viewer
 */
public record Header(
        List<Tag> tags, @Nullable Action next, @Nullable Deadline deadline) {

    /** A word about the record, in the reader's language. */
    public record Tag(String text, Tone tone) {}

    /** How a tag looks; the word says the same without the colour. */
    public enum Tone {
        PLAIN(""),
        GOOD("tag-good"),
        WARN("tag-warn"),
        BAD("tag-bad"),
        OFF("tag-off");

        private final String css;

        Tone(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    /** A link to where the next thing is done. */
    public record Action(String text, String href) {}

    public static Header of(Tag... tags) {
        return new Header(List.of(tags), null, null);
    }

    public Header next(@Nullable Action action) {
        return new Header(tags, action, deadline);
    }

    public Header deadline(@Nullable Deadline due) {
        return new Header(tags, next, due);
    }
}

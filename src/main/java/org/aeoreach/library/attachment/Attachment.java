package org.aeoreach.library.attachment;

import jakarta.json.JsonObject;
import java.util.Locale;
import org.aeoreach.platform.JsonText;

/**
 * A file of a document.
 *
 * @param sha256 of its content, in 64 hexadecimal digits
 * @param read whether its words are found by searching
 */
public record Attachment(String sha256, String name, String mediaType, long bytes, boolean read) {

    /** From the facts of a draft. */
    public static Attachment of(JsonObject json) {
        return new Attachment(
                json.getString("sha256"),
                json.getString("name"),
                json.getString("mediaType"),
                json.getJsonNumber("bytes").longValue(),
                json.getBoolean("read", false));
    }

    /** As the facts of a draft keep it. */
    public JsonObject json() {
        return JsonText.JSON
                .createObjectBuilder()
                .add("sha256", sha256)
                .add("name", name)
                .add("mediaType", mediaType)
                .add("bytes", bytes)
                .add("read", read)
                .build();
    }

    /** Of a document that is published. */
    public String href(String code) {
        return "/portal/library/documents/" + code + "/files/" + sha256;
    }

    /** Of a draft. */
    public String href(long draft) {
        return "/desk/library/drafts/" + draft + "/files/" + sha256;
    }

    /** Rounded up, so that no file is of nothing. */
    public long kilobytes() {
        return (bytes + 1023) >> 10;
    }

    /** What kind it is, as people call it. */
    public String type() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toUpperCase(Locale.ROOT);
    }
}

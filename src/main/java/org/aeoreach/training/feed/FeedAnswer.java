package org.aeoreach.training.feed;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.aeoreach.platform.Digests;

/** A calendar as it is given out: nothing when the program has it already. */
final class FeedAnswer {

    static final String TYPE = "text/calendar;charset=UTF-8";

    private FeedAnswer() {}

    /** @param open whether others between here and the program may keep it */
    static Response of(String text, String name, boolean open, Request request) {
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(Digests.sha256(text), 0, 16));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        return (answer == null ? Response.ok(text.getBytes(StandardCharsets.UTF_8), TYPE) : answer)
                .tag(tag)
                .header("Cache-Control", open ? "no-cache" : "private, no-cache")
                .header("Content-Disposition", "inline; filename=\"" + name + ".ics\"")
                .build();
    }
}

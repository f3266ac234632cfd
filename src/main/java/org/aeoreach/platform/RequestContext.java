package org.aeoreach.platform;

import org.jspecify.annotations.Nullable;

/**
 * The request this thread serves; outside a request, {@link #NONE}.
 *
 * @param id request id, 8 to 64 letters, digits and dashes; in every log line, error and audit entry
 * @param address address of the client, as the socket or a trusted proxy tells it
 * @param language language of the answer
 * @param path decoded path, without query
 * @param query raw query, or null
 * @param reading whether it only asks for something: GET or HEAD
 * @param place address of the page the reader sees: this one, or after a form was sent the one it stood on
 */
public record RequestContext(
        String id,
        String address,
        Language language,
        String path,
        @Nullable String query,
        boolean reading,
        String place) {

    public static final RequestContext NONE = new RequestContext("--", "", Language.ZH, "", null, false, "/");

    private static final ThreadLocal<RequestContext> CURRENT = ThreadLocal.withInitial(() -> NONE);
    private static final ThreadLocal<@Nullable String> LOGGED_ID = new ThreadLocal<>();

    static {
        // The log formatter lives outside the application's class loader and finds the id here.
        System.getProperties().put("aeo.requestId", LOGGED_ID);
    }

    public static RequestContext current() {
        return CURRENT.get();
    }

    public static void begin(RequestContext context) {
        CURRENT.set(context);
        LOGGED_ID.set(context.id());
    }

    public static void end() {
        CURRENT.remove();
        LOGGED_ID.remove();
    }

    /** From now on this request is answered in that language. */
    public void speak(Language chosen) {
        CURRENT.set(new RequestContext(id, address, chosen, path, query, reading, place));
    }

    /** The same query behind another path, or the path alone when there is none. */
    public String withQuery(String other) {
        return query == null ? other : other + "?" + query;
    }

    public boolean isApi() {
        return path.startsWith("/api/") || path.startsWith("/health") || path.equals("/openapi");
    }
}

package org.aeoreach.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** The part of a list that is asked for: {@code after} (opaque) and {@code limit} (1 to 200, 50 by default). */
public class Paging {

    public static final int MOST = 200;

    private static final Pattern DAY_AND_ID = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{1,18})");

    @QueryParam("after")
    private @Nullable String after;

    @QueryParam("limit")
    @DefaultValue("50")
    private @Nullable String limit;

    public Paging() {}

    Paging(@Nullable String after, String limit) {
        this.after = after;
        this.limit = limit;
    }

    /** @throws Problem 400 when it is no number from 1 to 200 */
    public int limit() {
        if (limit != null && limit.matches("[0-9]{1,4}")) {
            int n = Integer.parseInt(limit);
            if (n >= 1 && n <= MOST) {
                return n;
            }
        }
        throw Problem.invalid("limit", "web.invalid.limit", MOST);
    }

    /** The sort key after which to go on; empty at the beginning. */
    public String after() {
        if (after == null || after.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
    }

    /** The sort key as an id after which to go on; 0 at the beginning. */
    public long afterId(long beginning) {
        String key = after();
        if (key.isEmpty()) {
            return beginning;
        }
        if (!key.matches("[0-9]{1,18}")) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
        return Long.parseLong(key);
    }

    /** The sort key as a day and an id after which to go on. */
    public DayPlace afterDay(DayPlace beginning) {
        String key = after();
        if (key.isEmpty()) {
            return beginning;
        }
        Matcher parts = DAY_AND_ID.matcher(key);
        if (!parts.matches()) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
        try {
            return new DayPlace(LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2)));
        } catch (DateTimeException e) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
    }

    /** The sort key as {@link #after} reads it. */
    public static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}

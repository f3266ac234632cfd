package org.aeoreach.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our mail server found out about where a mail comes from, as it says in its Authentication-Results (RFC 8601).
 *
 * @param spf result such as {@code pass}, {@code fail} or {@code none}; null: nothing is said of it; the others likewise
 */
public record Proof(
        @Nullable String spf,
        @Nullable String dkim,
        @Nullable String dmarc) {

    static final Proof NONE = new Proof(null, null, null);

    private static final Pattern RESULT =
            Pattern.compile("(spf|dkim|dmarc)(?:/[0-9]+)?\\s*=\\s*([a-z]{1,20})(?![a-z]).*", Pattern.DOTALL);
    private static final String PASS = "pass";
    private static final List<String> BAD = List.of("fail", "softfail", "permerror", "policy");
    private static final int MOST = 20_000;

    /**
     * Of the topmost field of the server with that name: those below it may have been there when the mail came.
     *
     * @param server its authserv-id; empty: none is believed
     */
    static Proof of(Head head, String server) {
        if (server.isEmpty()) {
            return NONE;
        }
        return head.all("authentication-results").stream()
                .filter(value -> value.length() <= MOST)
                .map(value -> parts(value))
                .filter(parts -> parts.get(0).split("\\s+", 2)[0].equals(server.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(Proof::of)
                .orElse(NONE);
    }

    private static Proof of(List<String> parts) {
        Map<String, String> results = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            Matcher result = RESULT.matcher(part);
            if (result.matches()) {
                // Of several signatures one that holds is enough.
                results.merge(result.group(1), result.group(2), (a, b) -> b.equals(PASS) ? b : a);
            }
        }
        return new Proof(results.get("spf"), results.get("dkim"), results.get("dmarc"));
    }

    /** What stands between semicolons, in small letters, without comments and quoted words; at least one. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == ')')) {
                depth = Math.max(0, depth + (c == '(' ? 1 : -1));
            } else if (!quoted && depth == 0 && c == ';') {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else if (!quoted && depth == 0) {
                part.append(Character.toLowerCase(c));
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** Whether the mail is not from whom it says, as far as the server could tell. */
    boolean failed() {
        if (dmarc != null && (dmarc.equals(PASS) || BAD.contains(dmarc))) {
            return !dmarc.equals(PASS);
        }
        boolean passed = PASS.equals(spf) || PASS.equals(dkim);
        return !passed && (BAD.contains(String.valueOf(spf)) || BAD.contains(String.valueOf(dkim)));
    }

    /** As people who know of such things read it: {@code SPF fail, DMARC fail}. */
    public String said() {
        StringJoiner said = new StringJoiner(", ");
        Stream.of(part("SPF", spf), part("DKIM", dkim), part("DMARC", dmarc))
                .filter(part -> !part.isEmpty())
                .forEach(said::add);
        return said.toString();
    }

    private static String part(String method, @Nullable String result) {
        return result == null ? "" : method + " " + result;
    }

    /** Whether the server said anything. */
    public boolean known() {
        return !equals(NONE);
    }
}

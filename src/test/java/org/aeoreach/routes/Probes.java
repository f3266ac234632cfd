package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/**
 * Addresses by which a route could tell of the hidden enterprise, with the names of its marks in braces.
 *
 * @param insiders who sees the pages of lists, and with them the filters there are
 */
record Probes(List<Caller> insiders) {

    /** Whose number stands in an address, by what stands before it. */
    private static final Map<String, String> RECORDS = new LinkedHashMap<>();

    static {
        RECORDS.put("/enterprises/claims/{id}", "claim");
        RECORDS.put("/enterprises/users/{id}", "member");
        RECORDS.put("/enterprises/delegations/{id}", "delegation");
        RECORDS.put("/enterprises/imports/{id}", "import");
        RECORDS.put("/enterprises/journey/{id}", "step");
        RECORDS.put("/enterprises/mergers/{id}", "merger");
        RECORDS.put("/enterprises/duplicates/{id}", "pair");
        RECORDS.put("/enterprises/{id}", "enterprise");
        RECORDS.put("/mergers/{id}", "merger");
        RECORDS.put("/duplicates/{id}", "pair");
        RECORDS.put("/coordinations/enterprise/{id}", "enterprise");
        RECORDS.put("/coordinations/{id}", "coordination");
        RECORDS.put("/contacts/{id}", "contact");
        RECORDS.put("/personal-data/{id}", "contact");
        RECORDS.put("/partners/{id}", "partner");
        RECORDS.put("/touchpoints/{id}", "touchpoint");
        RECORDS.put("/tasks/{id}", "task");
        RECORDS.put("/broadcasts/{id}", "broadcast");
        RECORDS.put("/segments/{id}", "segment");
        RECORDS.put("/handovers/{id}", "handover");
        RECORDS.put("/jobs/{id}", "job");
        RECORDS.put("/mail/{id}", "message");
        RECORDS.put("/files/{id}", "file");
        RECORDS.put("/people/{id}", "user");
        RECORDS.put("/my/users/{id}", "member");
        RECORDS.put("/my/delegations/{id}", "delegation");
        RECORDS.put("/my/representations/{id}", "delegation");
    }

    /** Records of units, officers and viewers themselves, and links that are secrets of their own. */
    private static final Pattern NOT_OF_AN_ENTERPRISE = Pattern.compile(
            ".*/(units|roles|views|substitutions|tokens|sessions|customs-codes|providers)/.*|.*\\{(token|code)}.*");

    private static final Pattern INPUT = Pattern.compile("<(?:input|select)[^>]* name=\"([a-z][a-z-]*)\"");
    private static final Pattern COLUMN =
            Pattern.compile("<input[^>]* name=\"columns\"[^>]* value=\"([a-z-]+)\"|<input[^>]* value=\"([a-z-]+)\"[^>]*"
                    + " name=\"columns\"");

    static List<Route> gets() {
        // Who signs out or in is another afterwards.
        return RouteTable.routes().stream()
                .filter(route -> route.verb().equals("GET") && !route.path().startsWith("/sign-in")
                        // The trail of a stranger holds what he asked for himself.
                        && !route.path().matches("/(desk|api/v1)/audit.*"))
                .toList();
    }

    /** Addresses of a route about the enterprise, with the names of its marks in braces; files with all columns. */
    Set<String> of(Route route) throws SQLException {
        String path = route.path();
        if (path.contains("{") && NOT_OF_AN_ENTERPRISE.matcher(path).matches()) {
            return Set.of();
        }
        if (path.contains("{")) {
            return Set.of(about(path));
        }
        Set<String> probes = new LinkedHashSet<>(List.of(path));
        String columns = matches(COLUMN, list(path)).stream()
                .map(key -> "&columns=" + key)
                .collect(Collectors.joining());
        if (path.endsWith("/export")) {
            probes.add(path + "?format=csv" + columns);
            probes.add(path + "?format=xlsx" + columns);
        } else {
            probes.add(path + "?limit=200" + columns);
        }
        return probes;
    }

    private static String about(String path) {
        return RECORDS.entrySet().stream()
                .filter(record -> path.contains(record.getKey()))
                .findFirst()
                .map(record ->
                        path.replace(record.getKey(), record.getKey().replace("{id}", "{" + record.getValue() + "}")))
                .orElseThrow(() -> new AssertionError("whose number stands in " + path + "? Say it in RECORDS"));
    }

    /** The page of a list as the first insider sees it who may. */
    private String list(String path) throws SQLException {
        for (Caller insider : insiders) {
            Rows.change("delete from rate_counter");
            Answer answer = Answer.get(insider, path.replaceFirst("/export$", ""));
            if (answer.status() == 200) {
                return answer.text();
            }
        }
        return "";
    }

    /** By everything the route reads and the page of the list offers, and from the place of a hidden row. */
    Set<String> filtering(Route route) throws SQLException {
        String path = route.path();
        if (path.contains("{") || !path.matches("/(desk|api/v1|portal)/.*")) {
            return Set.of();
        }
        Set<String> inputs = path.startsWith("/api/") ? new TreeSet<>() : matches(INPUT, list(path));
        inputs.removeAll(Set.of("columns", "sort", "limit", "view", "format", "theme", "next", "to", "name", "file"));
        inputs.addAll(route.queries());
        Set<String> probes = new LinkedHashSet<>();
        for (String input : inputs) {
            for (String mark : input.equals("q") ? WORDS : NUMBERS) {
                probes.add(path + "?" + input + "={" + mark + "}");
            }
        }
        String record = RECORDS.getOrDefault(path.replaceFirst("^/(desk|api/v1)", "") + "/{id}", "enterprise");
        probes.add(path + "?after={" + record + "}");
        probes.add(path + "?before={" + record + "}");
        return probes;
    }

    private static final List<String> WORDS = List.of(
            "nameZh", "nameEn", "pinyin", "code", "uscc", "person", "personMail", "said", "taskTitle", "partnerName");
    private static final List<String> NUMBERS = List.of("enterprise", "contact", "owner", "code");

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return all;
    }
}

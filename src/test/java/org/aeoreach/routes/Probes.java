package org.aeoreach.routes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aeoreach.testing.Caller;
import org.aeoreach.web.Access;

/**
 * Addresses by which a route could tell of the hidden enterprise, with the names of its marks in braces.
 *
 * @param insiders who sees the pages of lists, and with them the filters there are
 * @param pages of lists, as the first insider sees them who may
 */
record Probes(List<Caller> insiders, Map<String, String> pages) {

    Probes(List<Caller> insiders) {
        this(insiders, new ConcurrentHashMap<>());
    }

    /** Whose number stands in an address, by what stands before it. */
    private static final Map<String, String> RECORDS = new LinkedHashMap<>();

    static {
        RECORDS.put("/enquiries/rechecks/{id}", "recheck");
        RECORDS.put("/enquiry-rechecks/{id}", "recheck");
        RECORDS.put("/enquiries/{id}/pass-down", "passedUp");
        RECORDS.put("/enquiries/{id}", "enquiry");
        RECORDS.put("/trainings/registrations/{registration}", "registration");
        RECORDS.put("/training-registrations/{registration}", "registration");
        RECORDS.put("/my/trainings/{registration}", "registration");
        RECORDS.put("/trainings/certificates/{certificate}", "certificate");
        RECORDS.put("/training-certificates/{certificate}", "certificate");
        RECORDS.put("/enterprises/claims/{id}", "claim");
        RECORDS.put("/enterprises/users/{id}", "member");
        RECORDS.put("/enterprises/delegations/{id}", "delegation");
        RECORDS.put("/enterprises/imports/{id}", "import");
        RECORDS.put("/touchpoints/imports/{id}", "contactImport");
        RECORDS.put("/transfer-requests/{id}", "transferRequest");
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
        RECORDS.put("/campaigns/{id}", "campaign");
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

    private static final Pattern INPUT = Pattern.compile("<(?:input|select)[^>]* name=\"([a-zA-Z][\\w.-]*)\"");
    private static final Pattern COLUMN =
            Pattern.compile("<input[^>]* name=\"columns\"[^>]* value=\"([a-z-]+)\"|<input[^>]* value=\"([a-z-]+)\"[^>]*"
                    + " name=\"columns\"");

    /** Where a list or page that names no record of an enterprise is read; of units, those of the hidden house. */
    static Optional<String> listed(Route route) {
        String path = route.path();
        if (path.matches("/(desk|api/v1)/units/\\{id}(/[a-z]+)?")
                && route.access().reach() == Access.Reach.NONE) {
            return Optional.of(path.replace("{id}", "{house}"));
        }
        if (path.equals("/desk/campaigns/policies/{code}")) {
            return Optional.of("/desk/campaigns/policies/policy-order-282");
        }
        return path.contains("{") ? Optional.empty() : Optional.of(path);
    }

    /** The address with the name of the record in it whose number it takes; empty where that is none of an enterprise. */
    static Optional<String> about(String path) {
        if (NOT_OF_AN_ENTERPRISE.matcher(path).matches()) {
            return Optional.empty();
        }
        return RECORDS.entrySet().stream()
                .filter(record -> path.contains(record.getKey()))
                .findFirst()
                .map(record -> path.replace(
                                record.getKey(), record.getKey().replace("{id}", "{" + record.getValue() + "}"))
                        .replace("{unit}", "5304")
                        .replace("{edition}", "2")
                        .replace("{person}", "{contact}"));
    }

    /** Names of marks that stand in addresses. */
    static Set<String> kinds() {
        return Set.copyOf(RECORDS.values());
    }

    /** Addresses of a route about the enterprise, with the names of its marks in braces; files with all columns. */
    Set<String> of(Route route) {
        String path = route.path();
        if (path.contains("{")) {
            return about(path).map(Set::of).orElse(Set.of());
        }
        Set<String> probes = new LinkedHashSet<>();
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

    /** The page of a list as the first insider sees it who may. */
    private String list(String path) {
        return pages.computeIfAbsent(path.replaceFirst("/export$", ""), this::page);
    }

    private String page(String path) {
        return insiders.stream()
                .map(insider -> Answer.get(insider, path))
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .map(Answer::text)
                .orElse("");
    }

    /** By everything the route reads and the page of the list offers, and from the place of a hidden row. */
    Set<String> filtering(Route route) {
        String path = route.path();
        if (path.contains("{") || !path.matches("/(desk|api/v1|portal)/.*")) {
            return Set.of();
        }
        Set<String> inputs = path.startsWith("/api/") ? new TreeSet<>() : matches(INPUT, list(path));
        inputs.removeAll(NO_FILTERS);
        inputs.addAll(route.queries());
        Set<String> probes = new LinkedHashSet<>();
        boolean file = path.endsWith("/export");
        for (String input : inputs) {
            for (String mark : file ? inFile(input) : marks(input)) {
                probes.add(path + "?" + input + "={" + mark + "}");
            }
        }
        String record = RECORDS.getOrDefault(path.replaceFirst("^/(desk|api/v1)", "") + "/{id}", "enterprise");
        probes.add(path + "?after={" + record + "}");
        return probes;
    }

    /** Of how a list is shown, and of the forms that save a view or choose a language. */
    private static final Set<String> NO_FILTERS = Set.of(
            "columns",
            "sort",
            "limit",
            "view",
            "format",
            "theme",
            "next",
            "to",
            "name",
            "file",
            "list",
            "query",
            "shared",
            "standard",
            "version",
            "id",
            "action");

    private static final List<String> WORDS = List.of(
            "nameZh",
            "nameEn",
            "pinyin",
            "code",
            "uscc",
            "person",
            "personMail",
            "said",
            "taskTitle",
            "partnerName",
            "question",
            "enquiryNumber");

    /** A file is made by the filters of its list: that it is, two of its words show. */
    private static List<String> inFile(String input) {
        return input.equals("q") ? List.of("nameZh", "code") : List.of();
    }

    /** By what a list could be asked for it through this filter. */
    private static List<String> marks(String input) {
        if (input.equals("q")) {
            return WORDS;
        }
        if (input.matches("(?i).*(unit|district|house).*")) {
            return List.of("house");
        }
        if (input.matches("(?i).*(person|contact|code).*")) {
            return List.of("enterprise", "contact", "code");
        }
        return input.matches("(?i).*(officer|owner|coordinator|account|by|asker).*")
                ? List.of("owner")
                : List.of("enterprise");
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return all;
    }
}

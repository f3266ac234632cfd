package org.aeoreach.library.searching;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.library.retrieval.Question;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;

/** What is asked of the search, as it stands in an address. */
public class SearchForm {

    static final List<String> FACETS = List.of("kind", "audience", "track", "topic", "issuer", "year");

    /** Of an address; longer ones never reach us. */
    private static final int LONGEST = 4000;

    @QueryParam("q")
    @DefaultValue("")
    private String q = "";

    @QueryParam("kind")
    @DefaultValue("")
    private String kind = "";

    @QueryParam("audience")
    @DefaultValue("")
    private String audience = "";

    @QueryParam("track")
    @DefaultValue("")
    private String track = "";

    @QueryParam("topic")
    @DefaultValue("")
    private String topic = "";

    @QueryParam("issuer")
    @DefaultValue("")
    private String issuer = "";

    @QueryParam("year")
    @DefaultValue("")
    private String year = "";

    @QueryParam("inForce")
    @DefaultValue("")
    private String inForce = "";

    @QueryParam("asOf")
    @DefaultValue("")
    private String asOf = "";

    @QueryParam("sort")
    @DefaultValue("")
    private String sort = "";

    public SearchForm() {}

    /** @throws Problem 400 at the parameter with a value that cannot be */
    SearchForm checked() {
        check("q", q.length() <= LONGEST);
        facets().forEach((name, value) -> check(name, isValue(name, value.get(0))));
        check("inForce", inForce.matches("(true)?"));
        check("sort", sort.matches("(relevance|date)?"));
        return this;
    }

    /** Other systems name their topics as they like. */
    private static boolean isValue(String name, String value) {
        return value.matches(name.equals("topic") ? "[^\\p{Cntrl}]{1,200}" : "[A-Za-z0-9_.:-]{1,80}");
    }

    private static void check(String parameter, boolean fine) {
        if (!fine) {
            throw Problem.invalid(parameter, "library.invalid.choice");
        }
    }

    Question question(Language language, LocalDate day, int skip, int limit) {
        var part = new Question.Part(!inForce.isEmpty(), sort.equals("date"), skip, limit);
        return new Question(q, language.code(), facets(), day, part);
    }

    private Map<String, List<String>> facets() {
        Map<String, List<String>> facets = new LinkedHashMap<>();
        FACETS.stream().filter(name -> !value(name).isEmpty()).forEach(name -> facets.put(name, List.of(value(name))));
        return facets;
    }

    public String q() {
        return q;
    }

    public String asOf() {
        return asOf;
    }

    /** The value of a parameter, empty when it does not matter. */
    public String value(String name) {
        return all().getOrDefault(name, "");
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("q", q);
        all.put("kind", kind);
        all.put("audience", audience);
        all.put("track", track);
        all.put("topic", topic);
        all.put("issuer", issuer);
        all.put("year", year);
        all.put("inForce", inForce);
        all.put("asOf", asOf);
        all.put("sort", sort);
        return all;
    }

    /** All but the words, for a form in which those are typed. */
    public Map<String, String> keep() {
        Map<String, String> keep = all();
        keep.remove("q");
        keep.values().removeIf(String::isEmpty);
        return keep;
    }

    /** Whether anything but the words narrows what is found. */
    public boolean isFiltered() {
        return !facets().isEmpty() || !inForce.isEmpty();
    }

    /** Whether only words were typed: what a choice among hits finds says nothing about the library. */
    boolean isPlain() {
        return !isFiltered() && sort.isEmpty() && asOf.isEmpty();
    }

    /** Address of the same words without any filter. */
    public String everywhere() {
        return "/portal/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    /** Address of the page with one parameter changed; an empty value leaves it out. */
    public String with(String parameter, String value) {
        Map<String, String> all = all();
        all.put(parameter, value);
        String query = all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/portal/search" : "/portal/search?" + query;
    }
}

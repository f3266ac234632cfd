package org.aeoreach.library.searching.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.retrieval.Steering;
import org.aeoreach.library.searching.steering.Same;
import org.aeoreach.platform.Problem;

/** A question and a change that is tried on it, as they stand in an address. */
public class PinsForm {

    private static final int MOST = 5;
    private static final int LONGEST = 400;

    @QueryParam("q")
    @DefaultValue("")
    private String q = "";

    @QueryParam("pin")
    private List<String> pin = List.of();

    /** Given when pins are chosen here, even none; else those kept are shown. */
    @QueryParam("chosen")
    @DefaultValue("")
    private String chosen = "";

    @QueryParam("same")
    @DefaultValue("")
    private String same = "";

    public PinsForm() {}

    /** @throws Problem 400 at the parameter with a value that cannot be */
    PinsForm checked() {
        check("q", q.length() <= LONGEST);
        check("pin", pin.size() <= MOST && pin.stream().allMatch(code -> code.matches("[A-Za-z0-9._:-]{1,120}")));
        check("same", same.length() <= LONGEST);
        return this;
    }

    private static void check(String parameter, boolean fine) {
        if (!fine) {
            throw Problem.invalid(parameter, "library.invalid.choice");
        }
    }

    public String q() {
        return q;
    }

    public String same() {
        return same;
    }

    List<String> pins(Steering kept) {
        return chosen.isEmpty() ? kept.first().getOrDefault(Steering.words(q), List.of()) : pin;
    }

    public boolean isPinning() {
        return !chosen.isEmpty();
    }

    public boolean isChanging() {
        return isPinning() || !same.isBlank();
    }

    /** What would hold with the change. */
    Steering with(Steering kept) {
        Map<String, List<String>> first = new LinkedHashMap<>(kept.first());
        first.put(Steering.words(q), pins(kept));
        List<org.aeoreach.library.retrieval.Glossary.Concept> all = new ArrayList<>(kept.same());
        List<String> names = Same.split(same);
        if (names.size() > 1) {
            all.add(Steering.concept(names));
        }
        return new Steering(all, first);
    }

    /** Address with these documents first instead. */
    static String href(String q, List<String> pins) {
        return UriBuilder.fromPath("/desk/library/pins")
                .queryParam("q", "{q}")
                .queryParam("chosen", "yes")
                .queryParam("pin", pins.toArray())
                .build(q)
                .toString();
    }
}

package org.aeoreach.library;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.library.content.Audience;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.content.Track;
import org.aeoreach.platform.Problem;

/** Which documents a list shows; each part is empty when it does not matter. */
public class DocumentFilter {

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

    @QueryParam("step")
    @DefaultValue("")
    private String step = "";

    @QueryParam("district")
    @DefaultValue("")
    private String district = "";

    @QueryParam("repealed")
    @DefaultValue("")
    private String repealed = "";

    @QueryParam("asOf")
    @DefaultValue("")
    private String asOf = "";

    public DocumentFilter() {}

    static DocumentFilter of(DocumentKind kind) {
        DocumentFilter filter = new DocumentFilter();
        filter.kind = kind.name();
        return filter;
    }

    static DocumentFilter of(AsOf asOf) {
        DocumentFilter filter = new DocumentFilter();
        filter.asOf = asOf.chosen() == null ? "" : asOf.chosen();
        return filter;
    }

    /** @throws Problem 400 at the parameter whose value does not exist */
    DocumentFilter checked() {
        check("kind", kind, names(DocumentKind.values()));
        check("audience", audience, names(Audience.values()));
        check("track", track, names(Track.values()));
        check("topic", topic, "[a-z0-9-]{1,80}");
        check("step", step, String.join("|", ContentDocument.STEPS));
        check("district", district, "[0-9]{4}");
        check("repealed", repealed, "yes");
        return this;
    }

    private static void check(String parameter, String value, String pattern) {
        if (!value.isEmpty() && !value.matches(pattern)) {
            throw Problem.invalid(parameter, "library.invalid.choice");
        }
    }

    private static String names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining("|"));
    }

    public String kind() {
        return kind;
    }

    public String audience() {
        return audience;
    }

    public String track() {
        return track;
    }

    public String topic() {
        return topic;
    }

    public String step() {
        return step;
    }

    /** Four digits of a unit: only what it and those below it wrote. */
    public String district() {
        return district;
    }

    public boolean withRepealed() {
        return !repealed.isEmpty();
    }

    public String asOf() {
        return asOf;
    }

    /** All parts but the day, for a form that changes that. */
    public Map<String, String> keep() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("audience", audience);
        all.put("track", track);
        all.put("topic", topic);
        all.put("step", step);
        all.put("district", district);
        all.put("kind", kind);
        return all;
    }

    /** Address of the same list with one part changed; an empty value leaves it out. */
    public String with(String parameter, String value) {
        Map<String, String> all = keep();
        all.put("repealed", repealed);
        all.put("asOf", asOf);
        all.put(parameter, value);
        String query = all.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/portal/library/list" : "/portal/library/list?" + query;
    }
}

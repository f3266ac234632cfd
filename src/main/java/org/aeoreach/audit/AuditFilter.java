package org.aeoreach.audit;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for; empty stands for all. Days are days in Shanghai, both included. */
public class AuditFilter {

    @QueryParam("action")
    @DefaultValue("")
    private String action = "";

    @QueryParam("recordType")
    @DefaultValue("")
    private String recordType = "";

    @QueryParam("recordId")
    @DefaultValue("")
    private String recordId = "";

    @QueryParam("person")
    @DefaultValue("")
    private String person = "";

    @QueryParam("from")
    @DefaultValue("")
    private String from = "";

    @QueryParam("to")
    @DefaultValue("")
    private String to = "";

    public String action() {
        return action.strip();
    }

    public String recordType() {
        return recordType.strip();
    }

    public String recordId() {
        return recordId.strip();
    }

    /** Account id or login of who acted or for whom. */
    public String person() {
        return person.strip();
    }

    /** @throws Problem 400 when it is no date */
    public @Nullable LocalDate from() {
        return date("from", from);
    }

    /** @throws Problem 400 when it is no date */
    public @Nullable LocalDate to() {
        return date("to", to);
    }

    Instant beginning() {
        return Objects.requireNonNull(from()).atStartOfDay(Time.ZONE).toInstant();
    }

    Instant end() {
        return Objects.requireNonNull(to()).plusDays(1).atStartOfDay(Time.ZONE).toInstant();
    }

    private static @Nullable LocalDate date(String field, String text) {
        try {
            LocalDate date = text.isBlank() ? null : LocalDate.parse(text.strip());
            if (date == null || (date.getYear() >= 1 && date.getYear() <= 9998)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "web.invalid.date");
        }
        throw Problem.invalid(field, "web.invalid.date");
    }

    /** The filter as the query of an address. */
    public String query() {
        return "action=" + quoted(action) + "&recordType=" + quoted(recordType) + "&recordId=" + quoted(recordId)
                + "&person=" + quoted(person) + "&from=" + quoted(from) + "&to=" + quoted(to);
    }

    private static String quoted(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

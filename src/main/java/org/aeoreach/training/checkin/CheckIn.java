package org.aeoreach.training.checkin;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes or goes, as a device tells it: a registration by its number in the system or by what stands on its
 * ticket, somebody who is there already, or, with a name, somebody who is not registered.
 *
 * @param mark a UUID the device has drawn, the same whenever it sends this again
 * @param code of the ticket, or the number of the registration
 * @param attendance who is there already, to be checked out
 * @param enterprise number of the enterprise of who is not registered, or null
 * @param employer whom he works for, where no enterprise is known
 * @param reason why somebody without a seat is let in all the same, or null
 * @param leaving whether he goes
 * @param enteredBy number of the account of who entered it, where that is not the one it is sent by; null: it is
 * @param at when, by the clock of the device; null: now
 */
public record CheckIn(
        @NotNull @Pattern(regexp = CheckIn.UUID) String mark,
        @Nullable Long registration,
        @Nullable @Size(max = 40) String code,
        @Nullable Long attendance,
        @Nullable @Size(max = 100) String name,
        @Nullable Long enterprise,
        @Nullable @Size(max = 200) String employer,
        @Nullable @Size(max = 254) String mail,
        @Nullable @Size(max = 200) String reason,
        boolean leaving,
        @Nullable Long enteredBy,
        @Nullable Instant at) {

    static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** As the functions of the database take it. */
    JsonObject json() {
        JsonObjectBuilder json =
                JsonText.JSON.createObjectBuilder().add("mark", mark).add("leaving", leaving);
        add(json, "registration", registration);
        add(json, "attendance", attendance);
        add(json, "enterprise", enterprise);
        add(json, "code", code == null ? null : code.replace(" ", ""));
        add(json, "name", name);
        add(json, "organisation", employer);
        add(json, "mail", mail);
        add(json, "reason", reason);
        add(json, "at", at == null ? null : at.toString());
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String key, @Nullable Long number) {
        if (number != null) {
            json.add(key, number);
        }
    }

    private static void add(JsonObjectBuilder json, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            json.add(key, text.strip());
        }
    }
}

package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.booking.SampleRoom;

/** Requests about training bases, rooms and bookings. */
final class VenueSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String BASE = "/desk/trainings/bases/{id}";
    private static final String ROOM = "/desk/trainings/rooms/{id}";
    private static final String BOOKING = "/desk/trainings/bookings/{id}";
    private static final String API_BASE = "/api/v1/training-bases/{id}";
    private static final String API_ROOM = "/api/v1/training-rooms/{id}";
    private static final String API_BOOKING = "/api/v1/training-bookings/{id}";
    private static final Map<String, String> FACTS = Map.of("version", "0", "baseKind", "VENUE");
    private static final Map<String, String> ROOM_FACTS = Map.of("version", "0", "roomCapacity", "5");
    private static final String ROOM_JSON =
            "\",\"roomCapacity\":5,\"roomOnline\":false,\"roomApproval\":true,\"equipment\":[\"SCREEN\"]}";

    static {
        ALL.put("GET " + BASE, s -> base(s, BASE));
        ALL.put("GET " + BASE + "/facts", s -> base(s, BASE + "/facts"));
        ALL.put("POST /desk/trainings/bases/new", s -> Call.to("/desk/trainings/bases/new")
                .form(facts()));
        ALL.put("POST " + BASE + "/facts", s -> base(s, BASE + "/facts").form(facts()));
        ALL.put("POST /api/v1/training-bases", s -> Call.to("/api/v1/training-bases")
                .json(json()));
        ALL.put("GET " + API_BASE, s -> base(s, API_BASE));
        ALL.put("PUT " + API_BASE, s -> base(s, API_BASE).json(json()).ifMatch(0));
        ALL.put("GET " + API_BASE + "/rooms", s -> base(s, API_BASE + "/rooms"));
        ALL.put("POST " + API_BASE + "/rooms", s -> base(s, API_BASE + "/rooms").json(roomJson()));
        ALL.put("GET /desk/trainings/rooms/new/{base}", s -> base(s, "/desk/trainings/rooms/new/{id}"));
        ALL.put("POST /desk/trainings/rooms/new/{base}", s -> base(s, "/desk/trainings/rooms/new/{id}")
                .form(roomFacts()));
        ALL.put("GET " + ROOM, s -> room(s, ROOM));
        ALL.put("POST " + ROOM, s -> room(s, ROOM).form(roomFacts()));
        ALL.put("GET " + API_ROOM, s -> room(s, API_ROOM));
        ALL.put("PUT " + API_ROOM, s -> room(s, API_ROOM).json(roomJson()).ifMatch(0));
        for (String deed : new String[] {"/closing", "/reopening"}) {
            ALL.put("POST " + BASE + deed, s -> base(s, BASE + deed).form(Map.of("version", "0")));
            ALL.put("POST " + ROOM + deed, s -> room(s, ROOM + deed).form(Map.of("version", "0")));
            ALL.put("POST " + API_BASE + deed, s -> base(s, API_BASE + deed).ifMatch(0));
            ALL.put("POST " + API_ROOM + deed, s -> room(s, API_ROOM + deed).ifMatch(0));
        }
    }

    static {
        ALL.put("GET /desk/trainings/bookings/new/{room}", s -> room(s, "/desk/trainings/bookings/new/{id}"));
        ALL.put("POST /desk/trainings/bookings/new/{room}", s -> room(s, "/desk/trainings/bookings/new/{id}")
                .form(Map.of("purpose", "样例", "day", "2099-03-02", "fromTime", "09:00", "untilTime", "10:00")));
        ALL.put("POST /api/v1/training-bookings", s -> Call.to("/api/v1/training-bookings")
                .json("{\"roomId\":" + SampleRoom.at("5304", true).room() + ",\"purpose\":\"样例\",\"from\":"
                        + "\"2099-03-02T01:00:00Z\",\"until\":\"2099-03-02T02:00:00Z\",\"block\":false}"));
        ALL.put(
                "GET /api/v1/training-bookings/occupancy/{base}",
                s -> base(s, "/api/v1/training-bookings/occupancy/{id}?from=2099-03-02&until=2099-03-08"));
        ALL.put("GET " + BOOKING, s -> booking(s, BOOKING));
        ALL.put("GET " + API_BOOKING, s -> booking(s, API_BOOKING));
        for (String deed : new String[] {"/approval", "/giving-up"}) {
            ALL.put("POST " + BOOKING + deed, s -> booking(s, BOOKING + deed).form(Map.of("version", "0")));
            ALL.put("POST " + API_BOOKING + deed, s -> booking(s, API_BOOKING + deed)
                    .ifMatch(0));
        }
        ALL.put("POST " + BOOKING + "/refusal", s -> booking(s, BOOKING + "/refusal")
                .form(Map.of("version", "0", "reason", "样例")));
        ALL.put("POST " + API_BOOKING + "/refusal", s -> booking(s, API_BOOKING + "/refusal")
                .json("{\"reason\":\"样例\"}")
                .ifMatch(0));
    }

    private VenueSamples() {}

    private static Map<String, String> facts() {
        Map<String, String> all = new TreeMap<>(FACTS);
        all.put("nameZh", Situation.unique("IT-样例"));
        return all;
    }

    private static String json() {
        return "{\"baseKind\":\"VENUE\",\"nameZh\":\"" + Situation.unique("IT-样例") + "\",\"uncertain\":false}";
    }

    private static Map<String, String> roomFacts() {
        Map<String, String> all = new TreeMap<>(ROOM_FACTS);
        all.put("roomZh", Situation.unique("样例"));
        return all;
    }

    private static String roomJson() {
        return "{\"roomZh\":\"" + Situation.unique("样例") + ROOM_JSON;
    }

    private static Call base(Situation s, String path) throws SQLException {
        return Call.to(path.replace(
                        "{id}", Long.toString(SampleRoom.at(s.unit(), true).base())))
                .about(s.path());
    }

    private static Call room(Situation s, String path) throws SQLException {
        return Call.to(path.replace(
                        "{id}", Long.toString(SampleRoom.at(s.unit(), true).room())))
                .about(s.path());
    }

    /** Asked for by the unit whose room it is. */
    private static Call booking(Situation s, String path) throws SQLException {
        SampleRoom room = SampleRoom.at(s.unit(), true);
        long id = room.booking("gacc.officer", "REQUESTED", "09:00-10:00");
        Rows.change("update training_booking set by_unit = unit_id, by_path = org_path where id = ?", id);
        return Call.to(path.replace("{id}", Long.toString(id))).about(s.path());
    }

    /** A base with a booking, of these names. */
    static void stock(String base, String title) throws SQLException {
        SampleRoom room = SampleRoom.at("5304", true);
        Rows.change(
                "update training_base set name_zh = ?, address_zh = name_zh where id = ? and not exists (select"
                        + " from training_base b where b.name_zh = ?)",
                base,
                room.base(),
                base);
        long id = room.booking("shekou.officer", "APPROVED", "09:00-10:00");
        Rows.change("update training_booking set title = ? where id = ?", title, id);
    }
}

package org.aeoreach.routes;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.aeoreach.testing.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A request ready to be made.
 *
 * @param record path of the unit the record belongs to
 * @param owner account to which alone the record belongs, for routes of reach OWN; of reach ENTERPRISE, the enterprise
 * @param refused status of an allowed caller whom a rule of the domain refuses all the same
 */
record Call(
        String path,
        @Nullable String json,
        @Nullable Map<String, String> form,
        List<String> headers,
        String record,
        long owner,
        OptionalInt refused) {

    static Call to(String path) {
        return new Call(path, null, null, List.of(), "", 0, OptionalInt.empty());
    }

    Call json(String body) {
        return new Call(path, body, form, headers, record, owner, refused);
    }

    Call form(Map<String, String> fields) {
        return new Call(path, json, fields, headers, record, owner, refused);
    }

    /** Sends a body of another media type. */
    Call body(String type, String text) {
        return new Call(path, text, form, List.of("Content-Type", type), record, owner, refused);
    }

    Call ifMatch(long version) {
        return new Call(path, json, form, List.of("If-Match", "\"v" + version + "\""), record, owner, refused);
    }

    /** Brings one more cookie. */
    Call cookie(String name, String value) {
        return new Call(path, json, form, List.of("Cookie", name + "=" + value), record, owner, refused);
    }

    Call about(String unitPath) {
        return new Call(path, json, form, headers, unitPath, owner, refused);
    }

    Call ownedBy(long account) {
        return new Call(path, json, form, headers, record, account, refused);
    }

    Call refusedWith(int status) {
        return new Call(path, json, form, headers, record, owner, OptionalInt.of(status));
    }

    HttpResponse<String> by(Caller caller, String verb) {
        if (form != null) {
            return caller.form(path, form, headers.toArray(String[]::new));
        }
        List<String> all = new ArrayList<>(headers);
        if (json != null && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return caller.send(verb, path, json, all.toArray(String[]::new));
    }
}

package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;

/** Files of rows that name the hidden enterprise, taken in by a stranger. */
final class RowFiles {

    static final Set<String> ROUTES = Set.of(
            "POST /api/v1/enterprises/imports",
            "POST /desk/enterprises/imports/new",
            "POST /api/v1/touchpoints/imports",
            "POST /desk/touchpoints/imports/new");

    /** Contacts, by code and by name; a row about what is not there is refused. */
    static final String CONTACTS = "reference,day,enterprise_code,enterprise_name,channel\n"
            + "a,2026-03-01,{code},,VISIT\nb,2026-03-01,{uscc},,VISIT\nc,2026-03-01,,{nameZh},VISIT\n";
    /** Enterprises of a house that is not the caller's, by the number itself, and new ones of the same name. */
    static final String OF_ITS_HOUSE = "customs_code,name_zh,name_en\n{code},{nameZh},{nameEn}\n";
    /** By numbers that are taken. */
    static final String TAKEN = "customs_code,house,name_zh,name_en\n{code},@house,{nameZh},{nameEn}\n";

    static final String BY_USCC = "uscc,house,name_zh,name_en\n{uscc},@house,{nameZh},{nameEn}\n";
    static final String NAMESAKES = "customs_code,name_zh,name_en\n@free,{nameZh},{nameEn}\n";

    private RowFiles() {}

    /** All that is told of the file on its way in: what would become of it, what did, and the rows that were refused. */
    static String told(Caller caller, String kind, String rows) throws SQLException {
        LeakWorld.forgetRates();
        String path = "/api/v1/" + (kind.equals("contact") ? "touchpoints" : "enterprises") + "/imports";
        Reply received = Reply.of(caller.send("POST", path + "?source=x&name=x.csv", rows, "Content-Type", "text/csv"));
        String one = path + "/" + received.id();
        StringBuilder told =
                new StringBuilder(Answer.get(caller, one + "/preview").lasting());
        Reply started = Reply.of(caller.json("POST", one + "/start", "{}", "If-Match", received.etag()));
        if (started.status() != 202) {
            throw new IllegalStateException(started.toString());
        }
        HiddenEnterprise.await(kind + "_import", received.id());
        String page = one.replace("/api/v1", "/desk");
        for (String part : List.of(one, one + "/rejected", one + "/rejected/file", page, page + "/preview")) {
            told.append(Answer.get(caller, part).lasting());
        }
        // Of the file itself.
        return told.toString().replaceAll("\\b[0-9a-f]{64}\\b", "digest");
    }
}

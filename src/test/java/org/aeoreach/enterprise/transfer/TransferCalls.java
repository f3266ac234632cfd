package org.aeoreach.enterprise.transfer;

import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;

/** Asking for enterprises and answering, as tests do it. */
final class TransferCalls {

    static final String REQUESTS = "/api/v1/transfer-requests";

    private TransferCalls() {}

    static Reply ask(Caller caller, String code, String house) {
        try {
            return Reply.of(caller.json(
                    "POST",
                    REQUESTS,
                    "{\"code\":\"" + code + "\",\"unitId\":" + Units.id(house) + ",\"reason\":\"企业已迁至本关区\"}"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply end(Caller caller, long id, String how, String body, long version) {
        return Reply.of(caller.json("POST", REQUESTS + "/" + id + "/" + how, body, "If-Match", "\"v" + version + "\""));
    }

    static String today() {
        return "{\"from\":\"" + SampleEnterprise.today() + "\"}";
    }

    static List<String> letters() throws SQLException {
        return Rows.all("select template || ' ' || recipient as letter from mail where template like 'transfer-%'")
                .stream()
                .map(row -> row.text("letter"))
                .toList();
    }
}

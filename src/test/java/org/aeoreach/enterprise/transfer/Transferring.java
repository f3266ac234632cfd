package org.aeoreach.enterprise.transfer;

import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.junit.jupiter.api.BeforeEach;

/** What tests of requests share: an enterprise of one house that another one asks for. */
abstract class Transferring implements ServerTest {

    static final String REQUESTS = "/api/v1/transfer-requests";

    final Caller shekou = Caller.signedIn("shekou.officer");
    final Caller dapeng = Caller.signedIn("dapeng.officer");

    @SuppressWarnings("NullAway.Init")
    SampleEnterprise enterprise;

    @BeforeEach
    void enterpriseOfShekou() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from mail");
        Rows.change("update transfer_request set status = 'WITHDRAWN', decided_at = now() where status = 'OPEN'");
        enterprise = SampleEnterprise.at("5304");
    }

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

package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A mail, an address none goes to, a mailbox and a mail in it. */
final class MailRows {

    private MailRows() {}

    static void fill() throws SQLException {
        Rows.change("insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                + " body_html, org_path) values ('rules@example.test', 'x', 'zh', 'a@example.test', 'a', 's', 't', 'h',"
                + " '0000.5300.') on conflict do nothing");
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason) values ('rules@example.test', '0000.5300.',"
                        + " 'BOUNCED', 'rules') on conflict do nothing");
        Rows.change(
                "insert into mailbox (unit_id, org_path, address) select id, org_path, 'rules@example.test' from unit"
                        + " where code = '5304' on conflict do nothing");
        Rows.change(
                "insert into mail_sender (unit_id, org_path, valid_from, address, name_zh, name_en) select id, org_path,"
                        + " date '2099-01-01', 'rules@customs.example', 'x', 'x' from unit where code = '5304'");
        Rows.change(
                "insert into inbound_mail (mailbox_id, unit_id, org_path, uidvalidity, uid, sha256, content_key, raw,"
                        + " bytes) select id, unit_id, org_path, 9, 9, sha256('r'), sha256('rules'), 'r', 1 from mailbox limit 1"
                        + " on conflict do nothing");
    }
}

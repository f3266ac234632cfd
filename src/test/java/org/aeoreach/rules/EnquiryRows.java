package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of enquiries. */
final class EnquiryRows {

    private static final String ENQUIRY = "(select max(id) from enquiry where subject = 'rules')";
    private static final String MESSAGE =
            "(select max(id) from enquiry_message where kind = 'ANSWER' and enquiry_id = " + ENQUIRY + ")";
    private static final String DOCUMENT = "(select id from document where code = 'rules')";
    private static final String OFFICER =
            "(select min(a.id) from account a join unit u on u.id = a.unit_id where u.code = '5304')";
    // Notes and drafts are read by the very unit of who wrote them.
    private static final String READER = " from unit where code = '0000'";
    private static final String HOUSE = " from unit where code = '5304'";

    private EnquiryRows() {}

    static void fill() throws SQLException {
        for (int i = 0; i < 2; i++) {
            Rows.change("insert into enquiry (unit_id, org_path, asker_name, language, channel, subject)"
                    + " select id, org_path, 'rules', 'zh', 'COUNTER', 'rules'" + HOUSE);
        }
        Rows.change("insert into enquiry_work (enquiry_id, unit_id, org_path, desk_id, desk_path, level) select id,"
                + " unit_id, org_path, unit_id, org_path, 'HOUSE' from enquiry where subject = 'rules'");
        Rows.change("insert into enquiry_message (enquiry_id, kind, language, body) values (" + ENQUIRY
                + ", 'QUESTION', 'zh', 'rules')");
        Rows.change("insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level,"
                + " authority) select " + ENQUIRY + ", 'ANSWER', 'zh', 'rules', " + OFFICER
                + ", id, 'HOUSE', 'GUIDANCE'" + HOUSE);
        Rows.change("insert into enquiry_file select " + MESSAGE + ", 0, min(id) from stored_file");
        Rows.change("insert into enquiry_citation values (" + MESSAGE + ", 0, " + DOCUMENT + ", 1)");
        Rows.change("insert into enquiry_recheck (message_id, enquiry_id, document_id, unit_id, org_path, from_version,"
                + " to_version, why) select " + MESSAGE + ", " + ENQUIRY + ", " + DOCUMENT
                + ", id, org_path, 1, 2, 'CHANGED'" + HOUSE);
        Rows.change("insert into enquiry_contact (message_id, unit_id, org_path, account_id) select " + MESSAGE
                + ", id, org_path, " + OFFICER + HOUSE);
        Rows.change("insert into enquiry_publication (enquiry_id, message_id, draft_id, code, unit_id, org_path,"
                + " account_id) select " + ENQUIRY + ", " + MESSAGE
                + ", d.id, d.code, d.unit_id, d.org_path, d.author_id"
                + " from document_draft d where d.code = 'rules' on conflict do nothing");
        Rows.change("insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes) select " + ENQUIRY
                + ", id, org_path, 'HOUSE', 60" + HOUSE);
        Rows.change("insert into enquiry_note (enquiry_id, unit_id, org_path, level, account_id, body) select "
                + ENQUIRY + ", id, org_path, 'HOUSE', " + OFFICER + ", 'rules'" + READER);
        Rows.change("insert into enquiry_draft (enquiry_id, account_id, unit_id, org_path, kind, content) select "
                + ENQUIRY + ", " + OFFICER + ", id, org_path, 'ANSWER', '{}'" + READER);
        Rows.change("insert into enquiry_event (enquiry_id, kind) values (" + ENQUIRY + ", 'ARRIVED')");
        Rows.change("insert into enquiry_link (enquiry_id, other_id, relation, account_id) select " + ENQUIRY
                + ", min(id), 'RELATED', " + OFFICER + " from enquiry where subject = 'rules'");
        Rows.change("insert into enquiry_rating (enquiry_id, unit_id, org_path, solved, ease) select " + ENQUIRY
                + ", id, org_path, true, 5" + HOUSE);
        Rows.change(
                "insert into enquiry_sharing (enterprise_id, unit_id, org_path, shared, account_id) select e.id, e.unit_id,"
                        + " e.org_path, true, " + OFFICER
                        + " from enterprise e where e.id = (select min(id) from enterprise)"
                        + " on conflict do nothing");
        Rows.change("insert into enquiry_routing (unit_id, org_path, spread) select id, org_path, 'QUEUE'" + HOUSE
                + " on conflict do nothing");
        Rows.change("insert into library_topic (code, position, zh, en) values ('rules', 0, 'rules', 'rules')"
                + " on conflict do nothing");
        Rows.change("insert into enquiry_topic_officer (unit_id, org_path, topic, account_id) select id, org_path,"
                + " 'rules', " + OFFICER + HOUSE + " on conflict do nothing");
        Rows.change("insert into enquiry_template (unit_id, org_path, name, body_zh) select id, org_path, 'rules',"
                + " 'rules'" + HOUSE + " on conflict do nothing");
    }
}

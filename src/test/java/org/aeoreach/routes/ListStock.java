package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;

/** A row for each list, with names and words that a spreadsheet would compute. */
final class ListStock {

    /** Values that would be computed, as people write them into names and words. */
    static final List<String> FORMULAS = List.of("=1+2", "+3", "-4", "@SUM(A1)", "\t=5");

    private ListStock() {}

    static void fill() throws SQLException {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        Rows.change(
                "update enterprise set name_zh = ?, mail_on_file = '+mail' where id = ?", FORMULAS.get(0), one.id());
        Rows.change("update enterprise set name_zh = ? where id = ?", FORMULAS.get(3), two.id());
        long officer = Caller.account("shekou.coordinator");
        String home = " from unit where code = '5304'";
        long touchpoint = Rows.number(
                "insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength,"
                        + " agreed, said, account_id) select id, org_path, id, china_day(), now(), 'VISIT', 'OUT',"
                        + " 'ONE_TO_ONE', ?, ?, ?" + home + " returning id",
                FORMULAS.get(4),
                FORMULAS.get(1),
                officer);
        Rows.change(
                "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id,"
                        + " at, timed, channel, strength, direction) select ?, id, unit_id, org_path, unit_id, unit_id, now(), false,"
                        + " 'VISIT', 'ONE_TO_ONE', 'OUT' from enterprise where id = ?",
                touchpoint,
                one.id());
        Rows.change(
                "insert into task (unit_id, org_path, owner_id, title, due_on, account_id)"
                        + " select id, org_path, ?, ?, china_day(), ?" + home,
                officer,
                FORMULAS.get(1),
                officer);
        Rows.change(
                "insert into broadcast (unit_id, org_path, happened_on, channel, title, audience, counted, account_id)"
                        + " select id, org_path, china_day(), 'LIVE_STREAM', ?, 1, true, ?" + home,
                FORMULAS.get(2),
                officer);
        Rows.change(
                "insert into partner_organisation (kind, unit_id, org_path, name_zh) select 'CHAMBER', id, org_path, ?"
                        + home,
                FORMULAS.get(3));
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis)"
                        + " select id, unit_id, org_path, ?, 'OUTREACH', 'STATUTORY_DUTY' from enterprise where id = ?",
                FORMULAS.get(2),
                one.id());
        Rows.change(
                "insert into segment (unit_id, org_path, account_id, name, conditions) select u.id, u.org_path, ?, ?,"
                        + " '{\"all\":[]}' from unit u where u.code = '0000'",
                Caller.account("gacc.officer"),
                FORMULAS.get(0));
        Rows.change(
                "insert into document_feedback (document_id, unit_id, org_path, language, helpful, reason, words)"
                        + " select id, unit_id, org_path, 'zh', false, 'UNCLEAR', ? from document order by id limit 1",
                FORMULAS.get(2));
        Rows.change(
                "insert into document_draft (code, unit_id, org_path, facts, zh_title, base_version, author_id)"
                        + " select 'list-' || nextval('document_draft_seq'), id, org_path, '{\"kind\":\"SERVICE_GUIDE\"}', ?,"
                        + " 0, ?" + home,
                FORMULAS.get(1),
                officer);
        Rows.change(
                "insert into enterprise_duplicate (first_id, second_id, org_path, reason)"
                        + " select least(?, ?), greatest(?, ?), org_path, 'ENTRY'" + home,
                one.id(),
                two.id(),
                one.id(),
                two.id());
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)"
                        + " select id, unit_id, org_path, ?, 'COORDINATOR', china_day() from enterprise where id = ?",
                officer,
                one.id());
        Rows.change(
                "insert into handover (from_account, to_account, unit_id, org_path, happened_on, reason, account_id)"
                        + " select ?, ?, id, org_path, '2020-01-01', ?, ?" + home,
                officer,
                Caller.account("shekou.officer"),
                FORMULAS.get(0),
                officer);
        Rows.change(
                "insert into record_view (enterprise_id, unit_id, org_path, account_id, at) select id, unit_id, org_path,"
                        + " ?, now() from enterprise where id = ?",
                officer,
                one.id());
        Rows.change(
                "insert into enterprise_claim (enterprise_id, unit_id, org_path, name, mail, language, statement, way)"
                        + " select id, unit_id, org_path, ?, 'a@example.test', 'zh', 'x', 'OFFICER' from enterprise where id = ?",
                FORMULAS.get(2),
                one.id());
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status, attempts, last_error) values ('<' || ? || '.export@example.test>',"
                        + " 'organization-substitution', 'zh', 'a@example.test', 'a', ?, 't', 'h', '0000.5300.5304.', 'DEAD', 12,"
                        + " '550')",
                one.code(),
                FORMULAS.get(0));
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason) values (? || '@example.test',"
                        + " '0000.5300.5304.', 'BOUNCED', ?) on conflict do nothing",
                one.code().toLowerCase(java.util.Locale.ROOT),
                FORMULAS.get(0));
        Rows.change(
                "insert into mailbox (unit_id, org_path, address, active) select id, org_path, ? || '@customs.test', false from unit"
                        + " where org_path = '0000.5300.5304.' on conflict do nothing",
                one.code().toLowerCase(java.util.Locale.ROOT));
        Rows.change(
                "insert into mail_sender (unit_id, org_path, valid_from, address, name_zh, name_en) select id, org_path,"
                        + " date '2099-01-01', ? || '@customs.example', ?, 'x' from unit where org_path = '0000.5300.5304.'",
                one.code().toLowerCase(java.util.Locale.ROOT),
                FORMULAS.get(0));
        Rows.change(
                "insert into inbound_mail (mailbox_id, unit_id, org_path, uidvalidity, uid, sha256, content_key, raw, bytes,"
                        + " subject) select b.id, b.unit_id, b.org_path, 7, 7, sha256('x'), sha256(convert_to(?, 'UTF8')), 'x',"
                        + " 1, ? from mailbox b where b.org_path = '0000.5300.5304.' on conflict do nothing",
                one.code(),
                FORMULAS.get(0));
        Rows.change(
                "insert into substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)"
                        + " select r.id, r.account_id, ?, r.org_path, china_day() + 900, china_day() + 901 from role_assignment r"
                        + " where r.account_id = ? limit 1",
                Caller.account("shekou.officer"),
                officer);
        Rows.change(
                "insert into job (kind, account_id, assignment_id, org_path, status, started_at, finished_at)"
                        + " select 'audit-verification', r.account_id, r.id, r.org_path, 'DONE', now(), now()"
                        + " from role_assignment r where r.account_id = ? limit 1",
                officer);
        Rows.change(
                "insert into library_search (day, language, words, searches, shown, found)"
                        + " values (china_day(), 'zh', ?, 9, 9, 0) on conflict do nothing",
                FORMULAS.get(0));
        long campaign = CoverageSamples.campaign("0000.5300.5304.", one.id(), two.id());
        long person = MailingSamples.stock(campaign, one.id(), FORMULAS.get(0));
        long sent =
                MailingSamples.mailing(campaign, "0000.5300.5304.", "SENT", officer, Caller.account("shekou.officer"));
        MailingSamples.letter(sent, person, FORMULAS.get(1));
        TransferSamples.request(
                Units.id("5304"), "0000.5300.5304.", SampleEnterprise.at("2210").id());
        LevelSamples.stock(FORMULAS.get(0));
        DeskSamples.stock(FORMULAS.get(0));
        VenueSamples.stock(FORMULAS.get(1), FORMULAS.get(2));
        TrainingSamples.stock(FORMULAS.get(0), FORMULAS.get(3));
        OutcomeSamples.stock(one.id(), two.id());
        SessionSamples.stock(FORMULAS.get(0), FORMULAS.get(3));
        AfterSamples.stock(FORMULAS.get(0), FORMULAS.get(1));
        DaySamples.stock(FORMULAS.get(1), FORMULAS.get(2));
        for (String table : List.of("enterprise_import", "contact_import")) {
            Rows.change(
                    "with f as (insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id,"
                            + " org_path) select decode(repeat('00', 32), 'hex'), 'x.csv', 'text/csv', 1, 'x', ?, id, org_path"
                            + home + " returning *) insert into " + table
                            + " (account_id, unit_id, org_path, file_id, file_name,"
                            + " source, charset, separator, sheet, header, fields, lines) select account_id, unit_id, org_path, id,"
                            + " ?, 's', 'UTF-8', ',', '', '{}', '{}', 1 from f",
                    officer,
                    FORMULAS.get(0));
        }
    }

    /** What the address of a list asks for from the start: the members of a segment are those of one. */
    static String given(String path) throws SQLException {
        if (path.equals("/desk/campaigns/enterprises") || path.equals("/desk/campaigns/work")) {
            return "?limit=25&campaign="
                    + Rows.number("select max(campaign_id) from campaign_member where org_path = '0000.5300.5304.'");
        }
        if (path.equals("/desk/campaigns/recipients") || path.equals("/desk/campaigns/letters")) {
            return "?limit=25&mailing="
                    + Rows.number("select max(id) from campaign_mailing where org_path = '0000.5300.5304.'");
        }
        if (path.equals("/desk/trainings/registrations")) {
            return "?limit=25&session="
                    + Rows.number("select max(session_id) from training_registration where name = ?", FORMULAS.get(3));
        }
        if (path.equals("/desk/trainings/attendances")) {
            return "?limit=25&session="
                    + Rows.number("select max(session_id) from training_attendance where name = ?", FORMULAS.get(2));
        }
        if (path.equals("/desk/trainings/outcome/enterprises")) {
            return OutcomeSamples.given();
        }
        return path.equals("/desk/segments/members")
                ? "?limit=25&segment=" + Rows.number("select max(id) from segment where org_path = '0000.'")
                : "?limit=25";
    }
}

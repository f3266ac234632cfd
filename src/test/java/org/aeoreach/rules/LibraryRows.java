package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of the library. */
final class LibraryRows {

    private LibraryRows() {}

    static void fill() throws SQLException {
        Rows.change("insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key)"
                + " select 'rules', 'TERM', 'CONFIRMED', id, org_path, 'DESK', '', 'rules' from unit where code = '0000'"
                + " on conflict do nothing");
        Rows.change(
                "insert into document_feedback (document_id, unit_id, org_path, language, helpful) select id, unit_id,"
                        + " org_path, 'zh', true from document where code = 'rules'");
        Rows.change("insert into document_import (document_id, language, digest) select id, 'zh', '' from document"
                + " where code = 'rules' on conflict do nothing");
        Rows.change(
                "insert into document_draft (code, unit_id, org_path, facts, base_version, author_id) select 'rules',"
                        + " unit_id, org_path, '{\"kind\":\"TERM\"}', 0, (select min(id) from account) from document"
                        + " where code = 'rules' on conflict do nothing");
        Rows.change(
                "insert into library_follow (account_id, what, target, cadence) select min(id), 'DOCUMENT', 'rules',"
                        + " 'DAILY' from account on conflict do nothing");
        Rows.change("insert into library_search (day, language, words) values (china_day(), 'zh', 'rules')"
                + " on conflict do nothing");
    }
}

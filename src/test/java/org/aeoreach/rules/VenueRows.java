package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of training bases. */
final class VenueRows {

    private VenueRows() {}

    static void fill() throws SQLException {
        Rows.change("insert into training_base (unit_id, org_path, kind, name_zh) select id, org_path, 'VENUE', 'rules'"
                + " from unit where code = '5304' on conflict do nothing");
        Rows.change("insert into training_room (base_id, unit_id, org_path, name_zh, capacity) select id, unit_id,"
                + " org_path, 'rules', 1 from training_base where name_zh = 'rules' on conflict do nothing");
        Rows.change("insert into training_booking (room_id, unit_id, org_path, sole, by_unit, by_path, during, kind,"
                + " status, title, asked_by) select r.id, r.unit_id, r.org_path, r.sole, r.unit_id, r.org_path,"
                + " tstzrange('2020-01-01 00:00+00', '2020-01-01 01:00+00'), 'OTHER', 'REQUESTED', 'rules',"
                + " (select min(id) from account) from training_room r where r.name_zh = 'rules'");
    }
}

package org.aeoreach.search;

import java.sql.SQLException;
import java.util.List;
import org.aeoreach.platform.Rows.Row;
import org.aeoreach.testing.Rows;

/** Records of a test's own, in a table of its own, with the triggers every indexed table has. */
final class Stock implements Indexed {

    static final String KIND = "stock";

    static void prepare() throws SQLException {
        Rows.change(
                "create table if not exists search_stock (id bigint primary key, path text not null, name text not null)");
        Rows.change(
                "create or replace trigger stock_added after insert on search_stock referencing new table as changed"
                        + " for each statement execute function search_changed('stock', 'id')");
        Rows.change("create or replace trigger stock_updated after update on search_stock referencing new table as"
                + " changed for each statement execute function search_changed('stock', 'id')");
        Rows.change("create or replace trigger stock_deleted after delete on search_stock referencing old table as"
                + " changed for each statement execute function search_changed('stock', 'id')");
        Rows.change("grant select on search_stock to "
                + org.aeoreach.launcher.TestPostgres.running().jobsRole());
        Rows.change("delete from search_stock");
    }

    static void drop() throws SQLException {
        Rows.change("drop table search_stock");
        Rows.change("delete from search_change where kind = 'stock'");
        Rows.change("delete from search_index where kind = 'stock'");
    }

    static void put(long id, String path, String name) throws SQLException {
        Rows.change(
                "insert into search_stock values (?, ?, ?) on conflict (id) do update set path = excluded.path,"
                        + " name = excluded.name",
                id,
                path,
                name);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String bounds() {
        return "select min(id), max(id), count(*) from search_stock";
    }

    @Override
    public String rows() {
        return "select id, path, name from search_stock where id between ? and ?";
    }

    @Override
    public Entry entry(Row row) {
        return new Entry(row.id(0), row.text(1), Reach.UNIT, 1, List.of(), List.of(row.text(2)), List.of());
    }
}

package org.aeoreach.testing;

import java.sql.SQLException;

/** Units of their own for tests that change them. */
public final class Units {
    private Units() {}

    public static long id(String code) throws SQLException {
        return Rows.number("select id from unit where code = ?", code);
    }

    public static String code(long unit) throws SQLException {
        return Rows.one("select code from unit where id = ?", unit).text("code");
    }

    /** A new house without people below the district of this code. */
    public static long newHouse(String district) throws SQLException {
        String code = freeCode();
        long id = Rows.number(
                "insert into unit (code, kind, parent_id, org_path, source)"
                        + " select ?, 'HOUSE', id, org_path || ? || '.', 'sample' from unit where code = ? returning id",
                code,
                code,
                district);
        Rows.change("insert into unit_name (unit_id, zh, en) values (?, '样例机构', 'Sample unit')", id);
        return id;
    }

    /** A four-digit code no unit has. */
    public static String freeCode() throws SQLException {
        return Rows.one("select to_char(n, 'FM0000') as code from generate_series(9000, 9999) n"
                        + " where not exists (select from customs_code c where c.code = to_char(n, 'FM0000'))"
                        + " and not exists (select from unit u where u.code = to_char(n, 'FM0000')) order by 1 limit 1")
                .text("code");
    }
}

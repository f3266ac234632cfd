package org.aeoreach.enterprise;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;

/** An enterprise of a test's own. */
public record SampleEnterprise(long id, String code) {
    public static final String ALL = "ADMINISTER,ASK,REGISTER,ANSWER_SURVEYS,SELF_ASSESS";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new one registered with the house of this code, with an address on file and no users. */
    public static SampleEnterprise at(String house) throws SQLException {
        String code = house + "88" + "%04d".formatted(COUNT.incrementAndGet());
        long id = Rows.number(
                "insert into enterprise (name_zh, name_en, unit_id, org_path, customs_code, mail_on_file)"
                        + " select '样本企业' || ?, 'Sample ' || ?, id, org_path, ?, 'office' || ? || '@enterprise.test'"
                        + " from unit where id = ? returning id",
                code,
                code,
                code,
                code,
                Units.id(house));
        return new SampleEnterprise(id, code);
    }

    /** An address of a person of this enterprise; also his login. */
    public String mail(String person) {
        return person + "." + code + "@enterprise.test";
    }

    /** A new user, who can sign in. */
    public Caller user(String person, String rights) throws SQLException {
        Rows.number(
                "with a as (insert into account (kind, login, name_zh, mail, language, unit_id, org_path, enterprise_id)"
                        + " select 'ENTERPRISE', ?, ?, ?, 'zh', unit_id, org_path, id from enterprise where id = ?"
                        + " returning id, unit_id, org_path, enterprise_id, name_zh, mail),"
                        + " r as (insert into role_assignment (account_id, role, unit_id, org_path, enterprise_id,"
                        + " valid_from) select id, 'ENTERPRISE_USER', unit_id, org_path, enterprise_id, ? from a)"
                        + " insert into enterprise_member (enterprise_id, unit_id, org_path, account_id, name_zh, mail,"
                        + " rights, valid_from) select enterprise_id, unit_id, org_path, id, name_zh, mail, ?, ? from a"
                        + " returning id",
                mail(person),
                person,
                mail(person),
                id,
                today(),
                rights,
                today());
        return Caller.signedIn(mail(person));
    }

    public long member(String person) throws SQLException {
        return Rows.number(
                "select m.id from enterprise_member m join account a on a.id = m.account_id where a.login = ?",
                mail(person));
    }

    public long version(String person) throws SQLException {
        return Rows.number("select version from enterprise_member where id = ?", member(person));
    }

    /** How many administer it today. */
    public long administrators() throws SQLException {
        return Rows.number("select count(*) from enterprise_administrators(?, ?)", id, today());
    }

    public static LocalDate today() {
        return LocalDate.now(Time.ZONE);
    }
}

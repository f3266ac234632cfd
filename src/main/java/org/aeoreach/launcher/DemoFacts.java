package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What the registry knows of the named enterprises of a demonstration. All of it is made up: the social credit codes
 * begin with 9199, a division that does not exist, and only their check characters are right.
 */
final class DemoFacts {

    private static final String FACTS = """
            update aeo.enterprise e set uscc = r.uscc, registered_since = r.registered::date, address_zh = r.address,
                sector = r.sector, size_class = r.size, business_types = string_to_array(r.types, ' '),
                trading_partners = string_to_array(r.partners, ' '), grade = r.grade, grade_since = r.graded::date,
                grade_ground = r.ground, journey_step = r.step, journey_since = r.stepped::date, source = 'demo'
            from (values
                ('5304999901', '91990000DEMX00001M', '2015-04-20', '演示市演示区演示路1号', 'C', 'MEDIUM',
                 'CONSIGNEE_CONSIGNOR MANUFACTURER', 'JP KR DE SG', 'CE', '2026-05-12', '演示认证决定书〔2026〕1号', 'AEO',
                 '2026-05-12'),
                ('2210999902', '91990000DEMX00002Q', '2012-09-03', '演示市演示区演示路2号', 'C', 'LARGE',
                 'CONSIGNEE_CONSIGNOR MANUFACTURER BONDED_ZONE', 'US GB FR VN', 'ACE', '2019-03-20', '演示认证决定书〔2019〕7号',
                 'KEPT', '2024-03-18'),
                ('5316999903', '91990000DEMX00003U', '2017-01-16', '演示市演示区演示路3号', 'G', 'SMALL', 'CUSTOMS_BROKER',
                 'HK', 'REGULAR', '2021-11-01', null, 'CULTIVATION', '2026-09-08'),
                ('5304999904', '91990000DEMX00004Y', '2023-02-01', '演示市演示区演示路4号', 'F', 'MICRO',
                 'CBEC_OPERATOR CONSIGNEE_CONSIGNOR', 'TH MY', 'REGULAR', '2023-02-01', null, 'INTERESTED', '2026-10-15'))
                r (code, uscc, registered, address, sector, size, types, partners, grade, graded, ground, step, stepped)
            where e.customs_code = r.code
            """;
    private static final String GRADES = """
            insert into aeo.enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to)
            select e.id, e.unit_id, e.org_path, r.grade, r.since::date, r.until::date
            from (values ('5304999901', 'GCE', '2016-06-01', '2021-10-31'),
                         ('5304999901', 'REGULAR', '2021-11-01', '2026-05-11'),
                         ('2210999902', 'GCE', '2015-02-10', '2019-03-19'),
                         ('5316999903', 'GENERAL', '2017-01-16', '2021-10-31')) r (code, grade, since, until)
                join aeo.enterprise e on e.customs_code = r.code
            """;
    private static final String NAMES = """
            insert into aeo.enterprise_former_name (enterprise_id, unit_id, org_path, name_zh, name_en, valid_from, valid_to)
            select id, unit_id, org_path, '演示服装（上海）有限公司', 'Demonstration Garments (Shanghai) Co., Ltd.',
                date '2012-09-03', date '2018-06-30' from aeo.enterprise where customs_code = '2210999902'
            """;
    private static final String RENAMED =
            "update aeo.enterprise set name_since = date '2018-07-01' where customs_code = '2210999902'";
    private static final String JOURNEY = """
            insert into aeo.journey_entry (enterprise_id, unit_id, org_path, step, from_step, from_since, happened_on, note,
                unit_then, account_id)
            select e.id, e.unit_id, e.org_path, r.step, r.before, r.since::date, r.day::date, r.note, e.unit_id, a.id
            from (values
                (1, '5304999901', 'shekou.officer', 'CULTIVATION', 'PROSPECT', null, '2025-09-01', '纳入重点培育名单'),
                (2, '5304999901', 'shekou.officer', 'SELF_ASSESSED', 'CULTIVATION', '2025-09-01', '2025-12-15', null),
                (3, '5304999901', 'shekou.officer', 'APPLIED', 'SELF_ASSESSED', '2025-12-15', '2026-04-02', null),
                (4, '5304999901', 'shekou.officer', 'ACCEPTED', 'APPLIED', '2026-04-02', '2026-04-08', null),
                (5, '5304999901', 'shekou.officer', 'VALIDATION_SCHEDULED', 'ACCEPTED', '2026-04-08', '2026-04-15', null),
                (6, '5304999901', 'shekou.officer', 'VALIDATED', 'VALIDATION_SCHEDULED', '2026-04-15', '2026-04-28',
                 '现场核对内控制度、报关单证和场所安全'),
                (7, '5304999901', 'shekou.officer', 'AEO', 'VALIDATED', '2026-04-28', '2026-05-12', '颁发证书'),
                (8, '5304999904', 'shekou.officer', 'CONTACTED', 'PROSPECT', null, '2026-09-20', null),
                (9, '5304999904', 'shekou.officer', 'INTERESTED', 'CONTACTED', '2026-09-20', '2026-10-15', '询问小微企业如何准备'),
                (10, '5316999903', 'dapeng.officer', 'CULTIVATION', 'PROSPECT', null, '2026-09-08', null))
                r (nr, code, login, step, before, since, day, note)
                join aeo.enterprise e on e.customs_code = r.code join aeo.account a on a.login = r.login
            order by r.nr
            """;
    private static final String PEOPLE = """
            insert into aeo.contact_person (enterprise_id, unit_id, org_path, name_zh, name_en, position_zh, position_en, role,
                language, mail, phone, preferred_channel, purpose, legal_basis, consent_on, consent_wording_id)
            select e.id, e.unit_id, e.org_path, r.zh, r.en, r.position, r.position_en, r.role, r.language, r.mail, '000-00000000',
                r.channel, 'OUTREACH', r.basis, r.consent::date, case when r.consent is not null then 1 end
            from (values
                ('5304999901', '宋知微（演示）', 'Song Zhiwei (demo)', '关务总监', 'Customs director', 'CUSTOMS_MANAGER', 'zh',
                 'customs.electronics@demo.invalid', 'MAIL', 'CONSENT', '2026-05-20'),
                ('5304999901', '沈怀瑾（演示）', 'Shen Huaijin (demo)', '内审经理', 'Audit manager', 'COMPLIANCE', 'zh',
                 'audit.electronics@demo.invalid', 'PHONE', 'STATUTORY_DUTY', null),
                ('2210999902', '叶思齐（演示）', 'Ye Siqi (demo)', '关务经理', 'Customs manager', 'CUSTOMS_MANAGER', 'en',
                 'customs.textiles@demo.invalid', 'MAIL', 'CONSENT', '2026-03-11'))
                r (code, zh, en, position, position_en, role, language, mail, channel, basis, consent)
                join aeo.enterprise e on e.customs_code = r.code
            """;
    private static final String PARTNERS = """
            insert into aeo.partner_organisation (kind, unit_id, org_path, name_zh, name_en, economy, address)
            select r.kind, u.id, u.org_path, r.zh, r.en, 'CN', '演示市演示区'
            from (values ('CHAMBER', '5300', '演示进出口商会', 'Demonstration Chamber of Import and Export'),
                         ('ACADEMIA', '5300', '演示大学供应链研究院', 'Demonstration University, Supply Chain Institute'),
                         ('CHAMBER', '5304', '演示报关协会蛇口分会', 'Demonstration Brokers Association, Shekou branch'))
                r (kind, unit, zh, en) join aeo.unit u on u.code = r.unit
            """;

    private DemoFacts() {}

    /** Needs the enterprises and people of the demonstration. */
    static void load(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : List.of(FACTS, GRADES, NAMES, RENAMED, JOURNEY, PEOPLE, PARTNERS)) {
                statement.executeUpdate(sql);
            }
        }
    }
}

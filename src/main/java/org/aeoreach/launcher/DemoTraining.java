package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Trainers, a course of a district and one of a house, and check questions of the demonstration; the trainers are made up. */
final class DemoTraining {

    private static final String COURSES = """
            insert into aeo.training_course (unit_id, org_path, code, title_zh, title_en, audience, minutes, languages,
                summary_zh, summary_en, status)
            select u.id, u.org_path, r.code, r.zh, r.en, string_to_array(r.audience, ' '), r.minutes,
                string_to_array(r.languages, ' '), r.summary, r.summary_en, r.status
            from (values
                ('5300', 'SZ-ELECTRONICS', '电子企业内部控制实务', 'Internal control for electronics makers', 'PROSPECTIVE AEO', 120,
                 'ZH', '结合电子制造企业的单证和系统，练习追溯一票业务。', 'Tracing one shipment through documents and systems of an electronics maker.', 'OPEN'),
                ('5304', 'SK-NEWCOMERS', '新注册企业一小时入门', 'One hour for newly registered companies', 'ALL SME', 60, 'ZH',
                 '面向新注册企业，介绍信用等级和AEO。', 'Credit grades and AEO for companies that have just registered.', 'DRAFT'),
                ('2200', 'SH-ENGLISH', '外资企业AEO英语课', 'AEO in English for foreign-invested companies', 'ALL PROSPECTIVE', 90, 'EN',
                 null, 'The programme, the standard and the benefits, held in English.', 'RETIRED'))
                r (unit, code, zh, en, audience, minutes, languages, summary, summary_en, status)
                join aeo.unit u on u.code = r.unit
            order by r.code
            """;
    private static final String DOCUMENTS = """
            insert into aeo.training_course_document (course_id, code, position)
            select c.id, r.document, r.position
            from (values ('SZ-ELECTRONICS', 'syllabus-standard-control-and-finance', 1),
                         ('SZ-ELECTRONICS', 'scenario-information-system-walk-through', 2),
                         ('SK-NEWCOMERS', 'syllabus-aeo-system', 1),
                         ('SH-ENGLISH', 'syllabus-aeo-system', 1)) r (code, document, position)
                join aeo.training_course c on c.code = r.code
            """;
    // What lesson 1 of the library says.
    private static final String QUESTIONS = """
            insert into aeo.training_check_question (course_id, number, text_zh, text_en, options, right_option)
            select c.id, r.number, r.zh, r.en, r.options::jsonb, r.answer
            from (values
                ('AEO-SYSTEM', 1, 'AEO制度以哪个国际组织的标准框架为基础？', 'Whose framework of standards does AEO rest on?',
                 '[{"zh":"世界贸易组织","en":"World Trade Organization"},{"zh":"世界海关组织","en":"World Customs Organization"},{"zh":"国际商会","en":"International Chamber of Commerce"}]', 1),
                ('AEO-SYSTEM', 2, '2008年4月起实施分类管理时，哪一类企业相当于AEO？', 'Under classified management, in force from April 2008, which class were the AEOs?',
                 '[{"zh":"AA类","en":"Class AA"},{"zh":"A类","en":"Class A"},{"zh":"B类","en":"Class B"}]', 0),
                ('AEO-SYSTEM', 3, '中国最早与哪个国家签署AEO互认安排？', 'With which country did China sign its first arrangement on recognition of AEOs?',
                 '[{"zh":"新加坡","en":"Singapore"},{"zh":"韩国","en":"Korea"},{"zh":"瑞士","en":"Switzerland"}]', 0))
                r (code, number, zh, en, options, answer)
                join aeo.training_course c on c.code = r.code and c.org_path = '0000.'
            """;
    private static final String OFFICERS = """
            insert into aeo.training_trainer (unit_id, org_path, account_id, name_zh, name_en, qualification_zh, qualification_en,
                languages, until)
            select a.unit_id, a.org_path, a.id, a.name_zh, a.name_en, r.zh, r.en, string_to_array(r.languages, ' '),
                china_day() + r.days
            from (values
                ('gacc.editor', '政策解读，演示数据', 'Interprets policy; demonstration data', 'ZH EN', null::int),
                ('shenzhen.officer', '企业认证，演示数据', 'Validates enterprises; demonstration data', 'ZH', 365),
                ('shekou.coordinator', '企业协调员，演示数据', 'Coordinator; demonstration data', 'ZH', null),
                ('shanghai.officer', '企业认证，演示数据', 'Validates enterprises; demonstration data', 'ZH EN', null))
                r (login, zh, en, languages, days) join aeo.account a on a.login = r.login
            """;
    private static final String OUTSIDERS = """
            insert into aeo.training_trainer (unit_id, org_path, name_zh, name_en, organisation, qualification_zh, qualification_en,
                languages, until)
            select u.id, u.org_path, r.zh, r.en, r.organisation, r.knows, r.knows_en, string_to_array(r.languages, ' '),
                china_day() + r.days
            from (values
                ('5300', '袁清源（演示）', 'Yuan Qingyuan (demo)', '演示大学供应链研究院', '供应链安全研究', 'Research on supply chain security', 'ZH EN', 200),
                ('5304', '白云舒（演示）', 'Bai Yunshu (demo)', '演示报关协会蛇口分会', '报关实务', 'Customs declaration in practice', 'ZH', -20))
                r (unit, zh, en, organisation, knows, knows_en, languages, days) join aeo.unit u on u.code = r.unit
            """;
    private static final String TAUGHT = """
            insert into aeo.training_trainer_course (trainer_id, course_id)
            select t.id, c.id
            from (values ('方书言%', 'AEO-SYSTEM'), ('方书言%', 'VALIDATORS'), ('周海晴%', 'STANDARD'), ('周海晴%', 'SZ-ELECTRONICS'),
                         ('唐予安%', 'SMALL-ENTERPRISES'), ('沈若谷%', 'SH-ENGLISH'), ('沈若谷%', 'BENEFITS'),
                         ('袁清源%', 'SECURITY'), ('白云舒%', 'AEO-CODE')) r (name, code)
                join aeo.training_trainer t on t.name_zh like r.name join aeo.training_course c on c.code = r.code
            """;

    private DemoTraining() {}

    /** Needs the courses every installation starts with, and the people of the demonstration. */
    static void load(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : List.of(COURSES, DOCUMENTS, QUESTIONS, OFFICERS, OUTSIDERS, TAUGHT)) {
                statement.executeUpdate(sql);
            }
        }
    }
}

package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Training bases that are known from publications, each as far as it is known and with its source. People may complete
 * them: what is there already is left alone.
 */
final class KnownBases {

    private static final String MISSING = """
            insert into aeo.training_base (code, unit_id, org_path, kind, name_zh, name_en, address_zh, address_en, founded_on,
                areas, note_zh, note_en, source, certain)
            select r.code, u.id, u.org_path, r.kind, r.zh, r.en, r.place_zh, r.place_en, r.founded,
                string_to_array(r.areas, ' '), r.note_zh, r.note_en, r.source, false
            from (values
                ('national-1', '0000', 'NATIONAL', 'AEO实训中心（两处之一）', 'AEO training centre (one of two)', null, null, '2015-07', '',
                 '2015年7月成立的两个实训中心之一，设有模拟环境，用于认证人员的专业训练。正式名称和所在地待核实。',
                 'One of the two centres founded in July 2015, with a simulated environment for training validators. Its official name and place are to be verified.',
                 'The AEO Program in China'),
                ('national-2', '0000', 'NATIONAL', 'AEO实训中心（两处之二）', 'AEO training centre (the other of two)', null, null, '2015-07', '',
                 '2015年7月成立的两个实训中心之一，设有模拟环境，用于认证人员的专业训练。正式名称和所在地待核实。',
                 'One of the two centres founded in July 2015, with a simulated environment for training validators. Its official name and place are to be verified.',
                 'The AEO Program in China'),
                ('guangzhou-2024', '5100', 'DISTRICT', '广州AEO培育基地', 'Guangzhou AEO cultivation base', '广州白云机场综合保税区',
                 'Guangzhou Baiyun Airport comprehensive bonded zone', '2024-08-21',
                 'DISPLAY TEACHING MOCK_VALIDATION OBSERVATION COOPERATION',
                 '广州首个AEO培育基地，2024年8月21日启用，分五个功能区，运用VR和人工智能，开设基础和进阶课程。正式的中文名称待核实。',
                 'The first AEO cultivation base of Guangzhou, opened on 21 August 2024: five areas, VR and AI, basic and advanced courses. Its official Chinese name is to be verified.',
                 'China News Service'))
                r (code, unit, kind, zh, en, place_zh, place_en, founded, areas, note_zh, note_en, source)
                join aeo.unit u on u.code = r.unit
            where not exists (select from aeo.training_base b where b.code = r.code)
            order by r.code
            on conflict do nothing
            """;

    private KnownBases() {}

    /** Needs the units; within a transaction of the schema owner. */
    static void load(Connection connection) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            int added = insert.executeUpdate(MISSING);
            if (added > 0) {
                OwnerTransaction.audit(
                        connection, "REFERENCE_LOADED", "training_base", "{\"bases_added\": [null, " + added + "]}");
            }
        }
    }
}

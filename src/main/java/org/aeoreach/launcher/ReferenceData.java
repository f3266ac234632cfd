package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The units and customs codes every installation starts from, what contacts are about, the training bases that are known
 * and the courses of the syllabus. Runs at every start and inserts what is missing; units that exist are left alone,
 * because people may have renamed, closed or merged them since.
 */
final class ReferenceData {

    // The path is built on the parent's present path: a reorganisation may have moved it. A parent that does not
    // exist leaves parent_id empty, which the table refuses.
    private static final String MISSING_UNITS = """
            insert into aeo.unit (code, kind, parent_id, org_path, source, vintage)
            select r.code, r.kind, p.id, coalesce(p.org_path, '') || r.code || '.', r.source, r.vintage
            from unnest(?, ?, ?, ?, ?) r (code, kind, parent, source, vintage)
                left join aeo.unit p on p.code = r.parent
            where not exists (select from aeo.unit u where u.code = r.code)
            order by r.code
            """;
    private static final String MISSING_NAMES = """
            insert into aeo.unit_name (unit_id, zh, en)
            select u.id, r.zh, r.en
            from unnest(?, ?, ?) r (code, zh, en) join aeo.unit u on u.code = r.code
            where not exists (select from aeo.unit_name n where n.unit_id = u.id)
            order by r.code
            """;
    private static final String MISSING_CODES = """
            insert into aeo.customs_code (code, kind, unit_id, name_zh, name_en, reviewed_note, source, vintage)
            select r.code, r.kind, u.id, r.zh, r.en, r.note, r.source, r.vintage
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) r (code, kind, unit, zh, en, note, source, vintage)
                left join aeo.unit u on u.code = r.unit
            where not exists (select from aeo.customs_code c where c.code = r.code)
            order by r.code
            """;

    private ReferenceData() {}

    /** Needs the schema owner's connection on a migrated database; all or nothing. */
    static void load(Connection owner, Progress progress) throws SQLException {
        progress.step("Loading customs units and codes", "载入海关机构与代码");
        List<ReferenceCode> all = ReferenceCode.all();
        OwnerTransaction.run(owner, connection -> insertMissing(connection, all));
        List<ContactSubject> subjects = ContactSubject.all();
        OwnerTransaction.run(owner, connection -> loadSubjects(connection, subjects));
        OwnerTransaction.run(owner, KnownBases::load);
        List<TrainingCourse> courses = TrainingCourse.all();
        OwnerTransaction.run(owner, connection -> loadCourses(connection, courses));
        progress.at(all.size(), all.size());
    }

    private static void insertMissing(Connection connection, List<ReferenceCode> all) throws SQLException {
        int units = 0;
        // Level by level, since a unit's path continues that of its parent.
        for (ReferenceCode.Kind level : ReferenceCode.Kind.values()) {
            units += insertUnits(
                    connection,
                    all.stream().filter(c -> c.isUnit() && c.kind() == level).toList());
        }
        insertNames(connection, all.stream().filter(ReferenceCode::isUnit).toList());
        int codes = insertCodes(
                connection,
                all.stream().filter(c -> c.kind() != ReferenceCode.Kind.GACC).toList());
        if (units + codes > 0) {
            String changes = "{\"units_added\": [null, %d], \"codes_added\": [null, %d]}".formatted(units, codes);
            OwnerTransaction.audit(connection, "REFERENCE_LOADED", "unit", changes);
        }
    }

    private static void loadSubjects(Connection connection, List<ContactSubject> subjects) throws SQLException {
        int changed = ContactSubject.load(connection, subjects);
        if (changed > 0) {
            String changes = "{\"subjects_changed\": [null, %d]}".formatted(changed);
            OwnerTransaction.audit(connection, "REFERENCE_LOADED", "contact_subject", changes);
        }
    }

    private static void loadCourses(Connection connection, List<TrainingCourse> courses) throws SQLException {
        int named = TrainingCourse.load(connection, courses);
        if (named > 0) {
            String changes = "{\"documents_named\": [null, %d]}".formatted(named);
            OwnerTransaction.audit(connection, "REFERENCE_LOADED", "training_course", changes);
        }
    }

    private static int insertUnits(Connection connection, List<ReferenceCode> level) throws SQLException {
        return BulkInsert.run(
                connection,
                MISSING_UNITS,
                level,
                ReferenceCode::code,
                c -> c.kind().name(),
                ReferenceCode::belongsTo,
                ReferenceCode::source,
                ReferenceCode::vintage);
    }

    private static void insertNames(Connection connection, List<ReferenceCode> units) throws SQLException {
        BulkInsert.run(connection, MISSING_NAMES, units, ReferenceCode::code, ReferenceCode::zh, ReferenceCode::en);
    }

    private static int insertCodes(Connection connection, List<ReferenceCode> codes) throws SQLException {
        return BulkInsert.run(
                connection,
                MISSING_CODES,
                codes,
                ReferenceCode::code,
                c -> c.isUnit() ? "UNIT" : "PORT_CODE",
                ReferenceCode::unitCode,
                ReferenceCode::zh,
                ReferenceCode::en,
                ReferenceCode::note,
                ReferenceCode::source,
                ReferenceCode::vintage);
    }
}

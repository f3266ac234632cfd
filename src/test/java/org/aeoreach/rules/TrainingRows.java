package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of training. */
final class TrainingRows {

    private static final String COURSE = "(select max(id) from training_course where code = 'RULES')";
    private static final String HOUSE = " from unit where code = '5304'";

    private TrainingRows() {}

    static void fill() throws SQLException {
        Rows.change(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages, status)"
                        + " select id, org_path, 'RULES', 'rules', '{ALL}', 60, '{ZH}', 'OPEN'" + HOUSE
                        + " on conflict do nothing");
        Rows.change("insert into training_course_document values (" + COURSE + ", 'rules', 1) on conflict do nothing");
        Rows.change("insert into training_course_file (course_id, file_id, stage, title_zh) select " + COURSE
                + ", min(id), 'BEFORE', 'rules' from stored_file on conflict do nothing");
        Rows.change("insert into training_check_question (course_id, number, text_zh, options, right_option) values ("
                + COURSE + ", 1, 'rules', '[{\"zh\": \"a\"}, {\"zh\": \"b\"}]', 0) on conflict do nothing");
        Rows.change(
                "insert into training_trainer (unit_id, org_path, name_zh, organisation, qualification_zh, languages)"
                        + " select id, org_path, 'rules', 'rules', 'rules', '{ZH}'" + HOUSE);
        Rows.change("insert into training_trainer_course select max(id), " + COURSE
                + " from training_trainer where name_zh = 'rules'");
    }
}

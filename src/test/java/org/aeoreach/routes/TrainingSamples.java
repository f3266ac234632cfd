package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Rows;

/** Requests about courses and trainers. Courses are drafts: what is open, everybody reads. */
final class TrainingSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String COURSES = "/desk/trainings/courses";
    private static final String COURSES_API = "/api/v1/training-courses";
    private static final String TRAINERS = "/desk/trainings/trainers";
    private static final String TRAINERS_API = "/api/v1/training-trainers";
    private static final String MATERIAL =
            "--sample\r\nContent-Disposition: form-data; name=\"stage\"\r\n\r\nBEFORE\r\n"
                    + "--sample\r\nContent-Disposition: form-data; name=\"materialZh\"\r\n\r\nsample\r\n"
                    + "--sample\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                    + "Content-Type: application/pdf\r\n\r\n%PDF-1.7 sample\r\n--sample--\r\n";

    static {
        ALL.put("POST " + COURSES + "/new", s -> Call.to(COURSES + "/new").form(form()));
        ALL.put("POST " + COURSES_API, s -> Call.to(COURSES_API).json(json()));
        ALL.put("GET " + COURSES + "/{id}", s -> course(s, COURSES, ""));
        ALL.put("GET " + COURSES + "/{id}/text", s -> course(s, COURSES, "/text"));
        ALL.put("POST " + COURSES + "/{id}/text", s -> course(s, COURSES, "/text")
                .form(form()));
        ALL.put("POST " + COURSES + "/{id}/opening", s -> course(s, COURSES, "/opening")
                .form(Map.of("version", "0")));
        ALL.put("POST " + COURSES + "/{id}/retirement", s -> course(s, COURSES, "/retirement")
                .form(Map.of("version", "0"))
                .refusedWith(409));
        ALL.put("GET " + COURSES_API + "/{id}", s -> course(s, COURSES_API, ""));
        ALL.put(
                "PUT " + COURSES_API + "/{id}",
                s -> course(s, COURSES_API, "").json(json()).ifMatch(0));
        ALL.put("POST " + COURSES_API + "/{id}/opening", s -> course(s, COURSES_API, "/opening")
                .ifMatch(0));
        ALL.put(
                "POST " + COURSES_API + "/{id}/retirement",
                s -> course(s, COURSES_API, "/retirement").ifMatch(0).refusedWith(409));
        addMaterials();
        addQuestions();
        addTrainers();
    }

    private TrainingSamples() {}

    private static void addMaterials() {
        ALL.put("POST " + COURSES + "/{id}/materials", s -> course(s, COURSES, "/materials")
                .body("multipart/form-data; boundary=sample", MATERIAL));
        ALL.put("POST " + COURSES + "/{id}/materials/{material}/removal", s -> material(s, COURSES, "/removal")
                .form(Map.of()));
        ALL.put("GET " + COURSES_API + "/{id}/materials", s -> course(s, COURSES_API, "/materials"));
        ALL.put("POST " + COURSES_API + "/{id}/materials", s -> course(s, COURSES_API, "/materials")
                .body("application/pdf", "%PDF-1.7 sample"));
        ALL.put("DELETE " + COURSES_API + "/{id}/materials/{material}", s -> material(s, COURSES_API, ""));
    }

    private static void addQuestions() {
        Map<String, String> words = Map.of("textZh", "样例", "optionsZh", "甲\n乙", "rightOption", "1");
        String json = "{\"textZh\":\"样例\",\"optionsZh\":\"甲\\n乙\",\"rightOption\":1}";
        ALL.put("GET " + COURSES + "/{id}/questions/new", s -> course(s, COURSES, "/questions/new"));
        ALL.put("POST " + COURSES + "/{id}/questions/new", s -> course(s, COURSES, "/questions/new")
                .form(words));
        ALL.put("GET " + COURSES + "/{id}/questions/{question}", s -> question(s, COURSES, ""));
        ALL.put("POST " + COURSES + "/{id}/questions/{question}", s -> question(s, COURSES, "")
                .form(words));
        ALL.put("POST " + COURSES + "/{id}/questions/{question}/ending", s -> question(s, COURSES, "/ending")
                .form(Map.of()));
        ALL.put("GET " + COURSES_API + "/{id}/questions", s -> course(s, COURSES_API, "/questions"));
        ALL.put("POST " + COURSES_API + "/{id}/questions", s -> course(s, COURSES_API, "/questions")
                .json(json));
        ALL.put("GET " + COURSES_API + "/{id}/questions/{question}", s -> question(s, COURSES_API, ""));
        ALL.put("PUT " + COURSES_API + "/{id}/questions/{question}", s -> question(s, COURSES_API, "")
                .json(json));
        ALL.put("DELETE " + COURSES_API + "/{id}/questions/{question}", s -> question(s, COURSES_API, ""));
    }

    private static void addTrainers() {
        Map<String, String> words =
                Map.of("version", "0", "name", "样例", "organisation", "样例", "qualificationZh", "样例", "languages", "ZH");
        String json = "{\"name\":\"样例\",\"organisation\":\"样例\",\"qualificationZh\":\"样例\",\"languages\":[\"ZH\"]}";
        ALL.put("POST " + TRAINERS + "/new", s -> Call.to(TRAINERS + "/new").form(words));
        ALL.put("POST " + TRAINERS_API, s -> Call.to(TRAINERS_API).json(json));
        ALL.put("GET " + TRAINERS + "/{id}", s -> trainer(s, TRAINERS, ""));
        ALL.put("POST " + TRAINERS + "/{id}", s -> trainer(s, TRAINERS, "").form(words));
        ALL.put("GET " + TRAINERS_API + "/{id}", s -> trainer(s, TRAINERS_API, ""));
        ALL.put("GET " + TRAINERS_API + "/{id}/load", s -> trainer(s, TRAINERS_API, "/load"));
        ALL.put(
                "PUT " + TRAINERS_API + "/{id}",
                s -> trainer(s, TRAINERS_API, "").json(json).ifMatch(0));
    }

    /** Rows of these names for the lists. */
    static void stock(String title, String name) throws SQLException {
        Rows.change(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages) select id,"
                        + " org_path, ?, ?, '{ALL,SME}', 60, '{ZH,EN}' from unit where code = '5304'",
                code(),
                title);
        Rows.change(
                "insert into training_trainer (unit_id, org_path, name_zh, organisation, qualification_zh, languages)"
                        + " select id, org_path, ?, ?, ?, '{ZH}' from unit where code = '5304'",
                name,
                title,
                name);
    }

    private static String code() {
        return "S-" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT) + "-"
                + COUNT.incrementAndGet();
    }

    private static Map<String, String> form() {
        return Map.of(
                "version", "0", "code", code(), "titleZh", "样例", "audience", "ALL", "minutes", "60", "languages", "ZH");
    }

    private static String json() {
        return "{\"code\":\"" + code()
                + "\",\"titleZh\":\"样例\",\"audience\":[\"ALL\"],\"minutes\":60,\"languages\":[\"ZH\"]}";
    }

    private static long newCourse(Situation s) throws SQLException {
        return Rows.number(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages)"
                        + " values (?, ?, ?, '样例', '{ALL}', 60, '{ZH}') returning id",
                s.unitId(),
                s.path(),
                code());
    }

    private static Call course(Situation s, String face, String part) throws SQLException {
        return Call.to(face + "/" + newCourse(s) + part).about(s.path());
    }

    private static Call material(Situation s, String face, String part) throws SQLException {
        long course = newCourse(s);
        long material = Rows.number(
                "insert into training_course_file (course_id, file_id, stage, title_zh) values (?, ?, 'BEFORE', '样例')"
                        + " returning id",
                course,
                s.file());
        return Call.to(face + "/" + course + "/materials/" + material + part).about(s.path());
    }

    private static Call question(Situation s, String face, String part) throws SQLException {
        long course = newCourse(s);
        long question = Rows.number(
                "insert into training_check_question (course_id, number, text_zh, options, right_option)"
                        + " values (?, 1, '样例', '[{\"zh\": \"甲\"}, {\"zh\": \"乙\"}]', 0) returning id",
                course);
        return Call.to(face + "/" + course + "/questions/" + question + part).about(s.path());
    }

    private static Call trainer(Situation s, String face, String part) throws SQLException {
        long id = Rows.number(
                "insert into training_trainer (unit_id, org_path, name_zh, organisation, qualification_zh, languages)"
                        + " values (?, ?, '样例', '样例', '样例', '{ZH}') returning id",
                s.unitId(),
                s.path());
        return Call.to(face + "/" + id + part).about(s.path());
    }
}

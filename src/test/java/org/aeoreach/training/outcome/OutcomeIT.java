package org.aeoreach.training.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came after a training, as pages and programs of officers are told. 5304 and 5316 are houses of district 5300. */
@RunAsClient
class OutcomeIT implements ServerTest {

    private static final String LIST = "/desk/trainings/outcome/enterprises";

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller house = Caller.signedIn("shekou.officer");
    private final HeldCourse course;

    OutcomeIT() throws Exception {
        course = HeldCourse.made();
    }

    @BeforeEach
    void forgetRates() throws Exception {
        Rows.change("delete from rate_counter");
    }

    @AfterEach
    void forget() throws Exception {
        course.close();
    }

    private static String session(long id) {
        return "/desk/trainings/" + id + "/outcome";
    }

    private static String name(long enterprise) throws Exception {
        return Rows.one("select name_zh from enterprise where id = ?", enterprise)
                .text("name_zh");
    }

    @Test
    void theOrganiserFindsItBesideTheSessionOnceItWasHeld() throws Exception {
        long id = course.held("5300", 90);
        assertThat(district.get("/desk/trainings/" + id).body()).contains(session(id));
        assertThat(house.get("/desk/trainings/" + id).body()).doesNotContain(session(id));
        assertThat(house.get(session(id)).statusCode()).isEqualTo(404);
        assertThat(district.get(session(id)).body()).contains("已举办的场次尚无到场记录");
        Rows.change("update training_session set status = 'PUBLISHED' where id = ?", id);
        assertThat(district.get("/desk/trainings/" + id).body()).doesNotContain(session(id));
        assertThat(district.get(session(id)).statusCode()).isEqualTo(404);
    }

    @Test
    void eachFigureOpensTheListBehindIt() throws Exception {
        long id = course.held("5300", 90);
        long applied = course.enterprise("5304");
        long other = course.enterprise("5316");
        long absent = course.enterprise("5316");
        course.came(id, applied);
        course.came(id, other);
        course.registered(id, absent);
        course.took(applied, "APPLIED", 30);
        String link = LIST + "?about=SESSION-" + id + "&group=PRESENT&step=APPLIED";
        String page = district.get(session(id)).body();
        assertThat(page).contains(link.replace("&", "&amp;"), "企业过少", "相关");
        assertThat(district.get(link).body()).contains(name(applied)).doesNotContain(name(other), name(absent));
        assertThat(district.get(LIST + "?about=SESSION-" + id + "&group=ABSENT").body())
                .contains(name(absent))
                .doesNotContain(name(applied));
        assertThat(district.get(LIST + "?about=SESSION-" + id + "&step=NONSENSE")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.get(link).statusCode()).isEqualTo(404);
        assertThat(district.get(LIST).statusCode()).isEqualTo(303);
    }

    @Test
    void theListSaysHowManyThereAreBesides() throws Exception {
        long id = course.held("5300", 90);
        long own = course.enterprise("5304");
        course.came(id, own);
        for (int i = 0; i < 5; i++) {
            course.came(id, course.enterprise("2210"));
        }
        assertThat(district.get(LIST + "?about=COURSE-" + course.id()).body()).contains(name(own), "另有 5 家其他海关所辖企业");
        assertThat(district.get(LIST + "/export?format=csv&about=COURSE-" + course.id())
                        .body()
                        .lines()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aCourseTakesTogetherWhatTheViewersUnitsHeld() throws Exception {
        long ours = course.held("5304", 90);
        long theirs = course.held("5316", 60);
        for (int i = 0; i < 6; i++) {
            course.came(ours, course.enterprise("5304"));
            course.came(theirs, course.enterprise("5316"));
        }
        String page = "/desk/trainings/outcome/COURSE-" + course.id();
        assertThat(district.get(page).body()).contains("已举办的 2 场培训", "12 家企业");
        assertThat(house.get(page).body()).contains("已举办的 1 场培训", "6 家企业");
        assertThat(Caller.signedIn("pudong.officer").get(page).body()).contains("尚无已举办的场次");
        assertThat(district.get("/desk/trainings/courses/" + course.id()).body())
                .contains(page);
    }

    @Test
    void aBaseAndATrainerHaveTheirFiguresOnAPageAndForPrograms() throws Exception {
        long id = course.held("5300", 90);
        List<String> subjects = List.of("BASE-" + course.at(id), "TRAINER-" + course.by(id));
        for (int i = 0; i < 6; i++) {
            long there = course.enterprise("5304");
            course.came(id, there);
            course.took(there, "APPLIED", 30);
        }
        for (String subject : subjects) {
            assertThat(district.get("/desk/trainings/outcome/" + subject).body())
                    .as(subject)
                    .contains("已举办的 1 场培训", "6 家企业", "100%");
            assertThat(district.get("/api/v1/training-outcome/" + subject).body())
                    .as(subject)
                    .contains("\"sessions\":1", "\"took\":6");
        }
    }

    @Test
    void whatOneDoesNotSeeIsNotThere() throws Exception {
        long id = course.held("5304", 90);
        String figures = "/desk/trainings/outcome/";
        assertThat(district.get(figures + "SESSION-" + id).statusCode()).isEqualTo(200);
        Rows.change("update training_course set status = 'DRAFT' where id = ?", course.id());
        for (String hidden : List.of("COURSE-" + course.id(), "BASE-999999999", "TRAINER-999999999", "PLANET-1")) {
            assertThat(district.get(figures + hidden).statusCode()).as(hidden).isEqualTo(404);
            assertThat(district.get(LIST + "?about=" + hidden).statusCode())
                    .as(hidden)
                    .isEqualTo(404);
        }
    }

    @Test
    void coursesStandSideBySide() throws Exception {
        long id = course.held("5304", 90);
        for (int i = 0; i < 5; i++) {
            long there = course.enterprise("5304");
            course.came(id, there);
            course.took(there, "APPLIED", 60 + i);
        }
        course.registered(id, course.enterprise("5304"));
        String overview = district.get("/desk/trainings/outcome").body();
        assertThat(overview).contains("/desk/trainings/outcome/COURSE-" + course.id(), "100%", "企业过少");
        String code = Rows.one("select code from training_course where id = ?", course.id())
                .text("code");
        String sessions = "/desk/trainings?status=HELD&unit=5300&course=" + code;
        assertThat(overview).contains(sessions.replace("&", "&amp;") + "\">1<");
        assertThat(district.get(sessions).body()).contains("共 1 条", "/desk/trainings/" + id + "\"");
        assertThat(Caller.signedIn("pudong.officer")
                        .get("/desk/trainings/outcome")
                        .body())
                .doesNotContain("COURSE-" + course.id());
        assertThat(district.get("/api/v1/training-outcome").body()).contains("\"course\":" + course.id());
    }

    @Test
    void programsReadTheSame() throws Exception {
        long id = course.held("5300", 90);
        long there = course.enterprise("5304");
        course.came(id, there);
        course.took(there, "SELF_ASSESSED", 30);
        String figures =
                district.get("/api/v1/training-outcome/COURSE-" + course.id()).body();
        assertThat(figures).contains("\"sessions\":1", "\"step\":\"SELF_ASSESSED\"", "\"took\":1");
        String members = "/api/v1/training-outcome/enterprises?about=COURSE-" + course.id();
        assertThat(district.get(members + "&step=SELF_ASSESSED").body()).contains("\"enterprise\":" + there);
        assertThat(district.get(members + "&step=APPLIED").body()).contains("\"items\":[]");
        for (String wrong : List.of("&step=DANCED", "&group=OTHERS")) {
            assertThat(district.get(members + wrong).statusCode()).isEqualTo(400);
        }
        assertThat(house.get("/api/v1/training-outcome/SESSION-" + id).statusCode())
                .isEqualTo(404);
    }
}

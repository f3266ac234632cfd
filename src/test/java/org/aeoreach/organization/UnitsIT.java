package org.aeoreach.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunAsClient
class UnitsIT implements ServerTest {

    /** Codes no reference row uses. */
    private static final AtomicInteger CODES = new AtomicInteger(5360);

    private Caller admin;
    private Caller district;

    @BeforeEach
    void signIn() {
        admin = Caller.signedIn("system.admin");
        district = Caller.signedIn("shenzhen.admin");
    }

    @Test
    void renamesFromADayAndKeepsTheFormerNameReadable() {
        Reply house = open("旧名海关");
        Reply renamed =
                put(house, "name", "{\"nameZh\":\"新名海关\",\"nameEn\":\"Xinming Customs\",\"validFrom\":\"2026-03-01\"}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.body().getString("nameZh")).isEqualTo("新名海关");
        assertThat(renamed.etag()).isNotEqualTo(house.etag());
        Reply names = get("/" + house.id() + "/names");
        var former = names.body().getJsonArray("items").getJsonObject(1);
        assertThat(former.getString("zh")).isEqualTo("旧名海关");
        assertThat(former.getString("validTo")).isEqualTo("2026-03-01");
        assertThat(get("?q=%E6%97%A7%E5%90%8D").body().getJsonArray("items")).hasSize(1);
    }

    @Test
    void refusesNameFromAFutureDayOrBeforeTheLastOne() {
        Reply house = open("某海关");
        Reply future = put(house, "name", "{\"nameZh\":\"甲\",\"validFrom\":\"2999-01-01\"}");
        Reply before = put(house, "name", "{\"nameZh\":\"甲\",\"validFrom\":\"2019-01-01\"}");
        assertThat(future.status()).isEqualTo(400);
        assertThat(future.field(0)).isEqualTo("validFrom");
        assertThat(before.status()).isEqualTo(400);
        assertThat(get("/" + house.id()).body().getString("nameZh")).isEqualTo("某海关");
    }

    @Test
    void refusesChangeOfAnOldVersionAndWithoutVersion() {
        Reply house = open("版本海关");
        String body = "{\"nameZh\":\"乙\",\"validFrom\":\"2026-02-01\"}";
        assertThat(put(house, "name", body).status()).isEqualTo(200);
        assertThat(put(house, "name", "{\"nameZh\":\"丙\",\"validFrom\":\"2026-02-02\"}")
                        .status())
                .isEqualTo(412);
        assertThat(Reply.of(district.json("PUT", path(house) + "/name", body)).status())
                .isEqualTo(428);
    }

    @Test
    void closedUnitStaysReadableLeavesTheListAndRefusesChanges() {
        Reply house = open("将撤海关");
        Reply closed = put(house, "closure", "{\"closedOn\":\"2026-05-01\"}");
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.body().getString("closedOn")).isEqualTo("2026-05-01");
        assertThat(put(closed, "name", "{\"nameZh\":\"丁\",\"validFrom\":\"2026-06-01\"}")
                        .status())
                .isEqualTo(409);
        String code = house.body().getString("code");
        assertThat(get("?q=" + code).body().getJsonArray("items")).isEmpty();
        assertThat(get("?closed=true&q=" + code).body().getJsonArray("items")).hasSize(1);
    }

    @Test
    void refusesToCloseAUnitInWhichPeopleHoldRoles() {
        Reply shekou = Reply.of(district.get("/api/v1/customs-codes/5304/unit"));
        Reply current = get("/" + shekou.id());
        assertThat(put(current, "closure", "{\"closedOn\":\"2026-05-01\"}").status())
                .isEqualTo(409);
        assertThat(get("/" + shekou.id()).body().containsKey("closedOn")).isFalse();
    }

    @Test
    void mergedUnitPointsToItsSuccessorAndItsCodeAndPeopleFollow() {
        Reply old = open("并入前海关");
        Reply successor = open("承接海关");
        long person = Caller.account("dapeng.officer");
        String role = "{\"role\":\"HOUSE_OFFICER\",\"unitId\":" + old.id() + ",\"validFrom\":\"2026-01-01\"}";
        assertThat(district.json("POST", "/api/v1/people/" + person + "/roles", role)
                        .statusCode())
                .isEqualTo(201);
        Reply merged = put(old, "merger", "{\"successorId\":" + successor.id() + ",\"from\":\"2026-06-01\"}");
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.body().getJsonNumber("mergedIntoId").longValue()).isEqualTo(successor.id());
        String code = old.body().getString("code");
        assertThat(Reply.of(district.get("/api/v1/customs-codes/" + code + "/unit"))
                        .id())
                .isEqualTo(successor.id());
        assertThat(district.get("/api/v1/people/" + person).body()).contains("承接海关", "\"validTo\":\"2026-05-31\"");
    }

    @Test
    void refusesToMergeIntoItselfOrAnotherLevel() {
        Reply house = open("独立海关");
        String itself = "{\"successorId\":" + house.id() + ",\"from\":\"2026-06-01\"}";
        long shenzhen = house.body().getJsonNumber("parentId").longValue();
        String upward = "{\"successorId\":" + shenzhen + ",\"from\":\"2026-06-01\"}";
        assertThat(put(house, "merger", itself).status()).isEqualTo(409);
        assertThat(put(house, "merger", upward).status()).isEqualTo(409);
    }

    @Test
    void unknownCodeFallsToTheDistrictOfItsFirstTwoDigits() {
        Reply unit = Reply.of(district.get("/api/v1/customs-codes/5399/unit"));
        assertThat(unit.body().getString("code")).isEqualTo("5300");
        assertThat(district.get("/api/v1/customs-codes/9999/unit").statusCode()).isEqualTo(404);
    }

    @Test
    void portCodeBelongsToAUnitWithoutBeingOne() {
        Reply unit = Reply.of(district.get("/api/v1/customs-codes/5343/unit"));
        assertThat(unit.body().getString("code")).isEqualTo("5300");
    }

    @Test
    void refusesASecondUnitWithTheSameCode() {
        Reply house = open("重码海关");
        assertThat(create(district, house.body().getString("code"), "又一海关").status())
                .isEqualTo(409);
    }

    @Test
    void administratorOfADistrictCannotAddAHouseElsewhere() {
        long shanghai = Reply.of(admin.get("/api/v1/customs-codes/2200/unit")).id();
        String body = "{\"code\":\"2299\",\"nameZh\":\"越权海关\",\"districtId\":" + shanghai + ",\"source\":\"test\"}";
        assertThat(district.json("POST", "/api/v1/units", body).statusCode()).isEqualTo(403);
        assertThat(admin.get("/api/v1/units?closed=true&q=2299").body()).contains("\"items\":[]");
    }

    private Reply open(String nameZh) {
        Reply made = create(district, Integer.toString(CODES.getAndIncrement()), nameZh);
        assertThat(made.status()).isEqualTo(201);
        return made;
    }

    private static Reply create(Caller caller, String code, String nameZh) {
        long shenzhen = Reply.of(caller.get("/api/v1/customs-codes/5300/unit")).id();
        return Reply.of(caller.json(
                "POST",
                "/api/v1/units",
                "{\"code\":\"" + code + "\",\"nameZh\":\"" + nameZh + "\",\"districtId\":" + shenzhen
                        + ",\"openedOn\":\"2020-01-01\",\"source\":\"test\"}"));
    }

    private Reply get(String rest) {
        return Reply.of(district.get("/api/v1/units" + rest));
    }

    private Reply put(Reply unit, String what, String body) {
        return Reply.of(district.json("PUT", path(unit) + "/" + what, body, "If-Match", unit.etag()));
    }

    private static String path(Reply unit) {
        return "/api/v1/units/" + unit.id();
    }
}

package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.web.Access;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who writes about an enterprise the rules keep from him is answered as if it did not exist, and changes nothing of it:
 * by address, by body, by form and by file. The one thing that may be learned is that a number is taken. How it is read is
 * the matter of {@link LeakIT}.
 */
@RunAsClient
class LeakWritingIT implements ServerTest {

    private static final Pattern FOLLOWED = Pattern.compile("followed=(\\S+)");

    private LeakWorld world;
    private Comparison comparison;

    @BeforeEach
    void makeTheEnterprise() throws Exception {
        world = LeakWorld.made();
        comparison = new Comparison(world);
    }

    /** What the samples make in the house 5304 succeeds for its officers, as RouteIT shows; to others it is nothing. */
    @Test
    void everyRouteAnswersAboutAHiddenRecordAsAboutNone() throws Exception {
        for (Route route : Way.TWIN.routes()) {
            int compared = 0;
            List<Actor> strangers = world.strangers().of(route);
            for (Actor stranger : strangers) {
                // The demo enterprise of that house is his own.
                if (!stranger.kind().name().equals("electronics.user")) {
                    compared += twin(route, stranger);
                }
            }
            if (compared == 0 && !strangers.isEmpty()) {
                comparison.faults().add(route.name() + " was compared for nobody");
            }
        }
        assertThat(comparison.found()).isEmpty();
    }

    private int twin(Route route, Actor stranger) throws SQLException {
        LeakWorld.forgetRates();
        // What is one's own in a house is somebody else's above it.
        String unit = route.access().reach() == Access.Reach.OWN ? "5300" : "5304";
        Call about = Samples.of(route).in(new Situation(stranger, unit));
        if (about == null || !about.path().matches(".*/[0-9]+(/.*)?")) {
            return 0;
        }
        String nowhere = about.path().replaceAll("/[0-9]+(?=/|$)", "/888000001");
        Call none = new Call(
                nowhere, about.json(), about.form(), about.headers(), about.record(), about.owner(), about.refused());
        comparison.differs(
                route.name() + " by " + stranger.kind() + " ",
                plain(none.by(stranger.caller(), route.verb()), nowhere),
                plain(about.by(stranger.caller(), route.verb()), about.path()));
        return 1;
    }

    private static String plain(HttpResponse<String> answer, String path) {
        String id = answer.headers().firstValue("X-Request-Id").orElse("-");
        return answer.statusCode() + answer.headers().firstValue("Location").orElse("") + "\n"
                + answer.body()
                        .replace(id, "request")
                        .replace(URLEncoder.encode(path, StandardCharsets.UTF_8), "path")
                        .replace(path, "path")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "uuid")
                        .replaceAll("\\b\\d\\d:\\d\\d(:\\d\\d)?\\b", "time");
    }

    @Test
    void aBodyThatNamesItIsAnsweredAsIfItDidNotExist() throws Exception {
        Rows.Row untouched = picture();
        for (String[] request : Bodies.ALL) {
            for (Actor stranger : world.strangers().of(route(request))) {
                comparison.sent(stranger.caller(), () -> Bodies.sent(request, stranger), () -> settle(request));
                forgetNamesakes();
            }
        }
        assertThat(comparison.found()).isEmpty();
        assertThat(picture().columns()).as("what nobody may touch").isEqualTo(untouched.columns());
    }

    /** What he made of his own just now may be among what the index finds for the one answer and not for the other. */
    private void settle(String[] request) throws SQLException {
        if (Bodies.asksTheIndex(request)) {
            awaitIndex();
        }
    }

    /** Who entered something of the same name has it, and it is found by that name until the index has taken it in. */
    private void forgetNamesakes() throws SQLException {
        int renamed = 0;
        for (Marks marks : List.of(world.hidden(), world.unknown())) {
            renamed += Rows.change(
                    "update enterprise set name_zh = '旁人企业' || id, name_en = null where name_zh = ?"
                            + " and org_path <> '0000.5300.5304.'",
                    marks.in("{nameZh}"));
            renamed += Rows.change(
                    "update partner_organisation set name_zh = '旁人商会' || id where name_zh = ?"
                            + " and org_path <> '0000.5300.5304.'",
                    marks.in("{partnerName}"));
            renamed += Rows.change(
                    "update contact_person set name_zh = '旁人', mail = null where name_zh = ?"
                            + " and org_path <> '0000.5300.5304.'",
                    marks.in("{person}"));
        }
        if (renamed > 0) {
            awaitIndex();
        }
    }

    /**
     * Changes are taken in in the order they came: once what was changed last is found, every index that is followed
     * after that moment has taken in all of them.
     */
    private void awaitIndex() throws SQLException {
        String name = "Beacon" + System.nanoTime();
        Rows.change(
                "update enterprise set name_en = ? where id = ?::bigint",
                name,
                world.hidden().in("{twin}"));
        Caller owner = world.insiders().get(0);
        await(() -> owner.get("/api/v1/enterprises/search?q=" + name).body().contains(name));
        Instant found = Instant.now();
        await(() -> FOLLOWED.matcher(Caller.anonymous().get("/health/ready").body())
                .results()
                .allMatch(index -> Instant.parse(index.group(1)).isAfter(found)));
    }

    private static void await(BooleanSupplier followed) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (!followed.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the indexes follow").isLessThan(deadline);
            LockSupport.parkNanos(200_000_000L);
        }
    }

    /** All rows about it, but who looked, and the claims anybody may make with the letters that tell of them. */
    private Rows.Row picture() throws SQLException {
        List<String> parts = new ArrayList<>();
        String id = world.hidden().in("{enterprise}");
        for (Rows.Row table : Rows.all(
                "select table_name from information_schema.columns where table_schema = 'aeo' and column_name ="
                        + " 'enterprise_id' and table_name not in ('record_view', 'enterprise_claim') order by 1")) {
            String name = table.text("table_name");
            parts.add("(select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from " + name
                    + " t where t.enterprise_id = " + id
                    + (name.equals("mail") ? " and template not in ('enterprise-claim', 'enterprise-claim-taken')" : "")
                    + ") as " + name);
        }
        parts.add("(select e::text from enterprise e where e.id = " + id + ") as itself");
        return Rows.one("select " + String.join(", ", parts));
    }

    @Test
    void aFileThatNamesItIsReportedOnAsIfItDidNotExist() throws Exception {
        Rows.Row untouched = picture();
        for (String login : List.of("dapeng.officer", "pudong.officer")) {
            Caller stranger = Caller.signedIn(login);
            same(stranger, "contact", RowFiles.CONTACTS);
            same(stranger, "enterprise", RowFiles.NAMESAKES);
            same(stranger, "enterprise", RowFiles.OF_ITS_HOUSE);
            for (String rows : List.of(RowFiles.TAKEN, RowFiles.BY_USCC)) {
                String told = reported(stranger, "enterprise", rows, world.hidden());
                comparison.tells(rows + " by " + login + " ", told);
                assertThat(told.contains("其他海关"))
                        .as("says that it is elsewhere: " + rows)
                        .isTrue();
            }
        }
        assertThat(comparison.found()).isEmpty();
        assertThat(picture().columns()).as("what nobody may touch").isEqualTo(untouched.columns());
    }

    private void same(Caller stranger, String kind, String rows) throws SQLException {
        String about = reported(stranger, kind, rows, world.hidden());
        String none = reported(stranger, kind, rows, world.unknown());
        String who = rows + " by " + stranger + " ";
        comparison.tells(who, about);
        comparison.differs(who, Comparison.numberless(none), Comparison.numberless(about));
    }

    private String reported(Caller stranger, String kind, String rows, Marks marks) throws SQLException {
        String house = stranger.name().startsWith("dapeng") ? "5316" : "2210";
        String fresh = rows.replace("@free", Bodies.freeCode(house)).replace("@house", house);
        String told = marks.withoutEcho(rows, RowFiles.told(stranger, kind, marks.in(fresh)));
        forgetNamesakes();
        return told;
    }

    /** A number is unique in the whole country: that it is taken is all that may be learned, and only that. */
    @Test
    void ofANumberOnlyThatItIsTakenIsTold() throws Exception {
        Rows.Row untouched = picture();
        for (String[] request : Bodies.NUMBERS) {
            for (Actor stranger : world.strangers().of(route(request))) {
                Answer answer = Answer.to(
                        stranger.caller(), Bodies.sent(request, stranger).filled(world.hidden()));
                String who = request[0] + " " + request[1] + " by " + stranger.kind() + " ";
                String told = world.hidden().withoutEcho(request[1], answer.lasting());
                comparison.tells(who, told);
                if (!told.contains(request[2])) {
                    comparison.faults().add(who + "does not say " + request[2] + ": " + told);
                }
            }
        }
        assertThat(comparison.found()).isEmpty();
        assertThat(picture().columns()).as("what nobody may touch").isEqualTo(untouched.columns());
    }

    private static Route route(String[] request) {
        return RouteTable.routes().stream()
                .filter(known -> known.name().equals(Bodies.route(request[0])))
                .findFirst()
                .orElseThrow();
    }
}

package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.aeoreach.web.Access;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whom the rules keep from an enterprise cannot tell it from one that does not exist: not by page, API, search, filter,
 * count, cursor, export, picker, import, error or redirection. Every route is called about an enterprise that has
 * something of everything, and again about numbers and names nobody has; the answers must be the same, and must tell
 * none of its marks. That the marks are where one who may see them looks is checked beside it, or else silence would
 * prove nothing. How each route refuses by role, and that a refusal changes nothing, is the matter of {@link RouteIT}.
 */
@RunAsClient
class LeakIT implements ServerTest {

    /** They change with every call, or by themselves. */
    private static final Pattern MOVING =
            Pattern.compile("/health/.*|/openapi.*|.*/(audit|record-views|jobs|mail)(/export)?|/me/sessions|/acting");

    private static Marks hidden = new Marks(Map.of(), List.of());
    private static Marks unknown = hidden;
    private static List<Caller> strangers = List.of();
    private static List<Caller> insiders = List.of();
    private static Map<String, String> before = Map.of();
    private static Map<String, String> after = Map.of();

    private static final AtomicInteger FREE = new AtomicInteger(640_000);

    private final List<String> faults = new ArrayList<>();

    /** Once for all: lists are read before it exists and afterwards. */
    @BeforeEach
    void makeTheEnterprise() throws SQLException {
        Rows.change("delete from rate_counter");
        if (!insiders.isEmpty()) {
            return;
        }
        strangers = Strangers.signedIn();
        before = lists();
        hidden = HiddenEnterprise.made();
        unknown = HiddenEnterprise.unknown(hidden);
        insiders = Stream.of(
                        HiddenEnterprise.OWNER,
                        HiddenEnterprise.USER,
                        "shekou.admin",
                        "shenzhen.admin",
                        "gacc.auditor",
                        "system.admin")
                .map(Caller::signedIn)
                .toList();
        awaitSearch();
        after = lists();
    }

    private static void awaitSearch() {
        Caller owner = insiders.get(0);
        String path = "/api/v1/enterprises/search?q=" + hidden.in("{code}");
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!owner.get(path).body().contains(hidden.in("{nameZh}"))) {
            assertThat(System.nanoTime()).as("the name is indexed").isLessThan(deadline);
            LockSupport.parkNanos(200_000_000L);
        }
    }

    /** Every list, count and file of each stranger as it stands. */
    private static Map<String, String> lists() throws SQLException {
        Map<String, String> all = new TreeMap<>();
        for (Route route : Probes.gets()) {
            if (route.path().contains("{") || MOVING.matcher(route.path()).matches()) {
                continue;
            }
            for (Caller stranger : strangers) {
                Rows.change("delete from rate_counter");
                all.put(
                        stranger + " " + route.path(),
                        Answer.get(stranger, route.path()).lasting());
            }
        }
        return all;
    }

    @Test
    void noListCountOrFileOfAStrangerChangesWhenItAppears() {
        assertThat(before.keySet()).hasSizeGreaterThan(300);
        for (Map.Entry<String, String> list : before.entrySet()) {
            String now = after.getOrDefault(list.getKey(), "");
            if (!list.getValue().equals(now)) {
                faults.add(list.getKey() + " changed: " + difference(list.getValue(), now));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noAnswerTellsAStrangerWhatAnInsiderIsTold() throws SQLException {
        Set<String> shown = new TreeSet<>();
        for (Route route : Probes.gets()) {
            for (String probe : new Probes(insiders).of(route)) {
                boolean told = false;
                for (Caller insider : insiders) {
                    told |= tells(insider, probe, shown);
                }
                if (!told && aboutIt(probe)) {
                    faults.add(probe + " shows nobody anything, so that silence proves nothing");
                }
                for (Caller stranger : strangers) {
                    compare(stranger, probe, Answer.Sent.NOTHING);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(shown).as("marks that were seen by insiders").contains(VISIBLE);
    }

    /** Filters, searches and places in a list; what it would let through is counted as little as it is shown. */
    @Test
    void noFilterOfAListLetsItThrough() throws SQLException {
        Set<String> found = new TreeSet<>();
        for (Route route : Probes.gets()) {
            for (String probe : new Probes(insiders).filtering(route)) {
                for (Caller insider : insiders) {
                    if (tells(insider, probe, new TreeSet<>())) {
                        found.add(route.path());
                    }
                }
                for (Caller stranger : strangers.subList(0, Strangers.OFFICERS)) {
                    compare(stranger, probe, Answer.Sent.NOTHING);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(found).as("lists in which an insider finds it").contains(SEARCHED);
    }

    private static final String[] SEARCHED = {
        "/desk/enterprises",
        "/desk/enterprises/export",
        "/desk/touchpoints",
        "/desk/tasks",
        "/desk/partners",
        "/desk/coordinations",
        "/desk/search",
        "/desk/pick/enterprises",
        "/api/v1/enterprises/search"
    };

    private static final String[] VISIBLE = {
        "nameZh",
        "nameEn",
        "code",
        "uscc",
        "phone",
        "mailAddress",
        "person",
        "personMail",
        "partnerName",
        "said",
        "taskTitle",
        "segmentName"
    };

    // They tell how far something is, how many there are or that it is too late, with no word of the record.
    private static final Pattern WITHOUT_WORDS =
            Pattern.compile(".*/(progress|cancellation|count|columns|preview|undo|kept|representations/[^/]*)");

    private static boolean aboutIt(String probe) {
        return probe.contains("{") && !WITHOUT_WORDS.matcher(probe).matches();
    }

    private boolean tells(Caller insider, String probe, Set<String> shown) throws SQLException {
        Rows.change("delete from rate_counter");
        Answer answer = Answer.get(insider, hidden.inAddress(probe));
        List<String> told = hidden.toldBy(hidden.withoutEcho(probe, answer.text()));
        if (answer.status() != 200 || told.isEmpty()) {
            return false;
        }
        shown.addAll(told);
        return true;
    }

    /** The same answer about it and about nothing, without any mark but those that were asked with. */
    private void compare(Caller stranger, String probe, Answer.Sent sent) throws SQLException {
        Rows.change("delete from rate_counter");
        String asked = probe + " " + sent.body();
        Answer about = Answer.to(stranger, hidden.inAddress(probe), filled(hidden, sent));
        Answer none = Answer.to(stranger, unknown.inAddress(probe), filled(unknown, sent));
        String text = hidden.withoutEcho(asked, about.lasting());
        String other = unknown.withoutEcho(asked, none.lasting());
        boolean reading = sent.verb().equals("GET");
        String who = sent.verb() + " " + asked + " by " + stranger + " (" + about.status() + "): ";
        if (!reading) {
            // What a call of his own made has a number of its own.
            text = text.replaceAll("\\d+", "#");
            other = other.replaceAll("\\d+", "#");
        }
        List<String> told = hidden.toldBy(text);
        if (!told.isEmpty()) {
            faults.add(who + "tells " + told);
        } else if (!text.equals(other)
                && !MOVING.matcher(probe.replaceFirst("\\?.*", "")).matches()) {
            faults.add(who + "differs from the answer about nothing: " + difference(other, text));
        }
    }

    private static Answer.Sent filled(Marks marks, Answer.Sent sent) {
        if (sent.body() == null) {
            return sent;
        }
        boolean form = "application/x-www-form-urlencoded".equals(sent.type());
        return new Answer.Sent(sent.verb(), sent.type(), form ? marks.inAddress(sent.body()) : marks.in(sent.body()));
    }

    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "«" + excerpt(one, at) + "» and «" + excerpt(other, at) + "»";
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 80))
                .replaceAll("\\s+", " ");
    }

    private static final Set<String> OUTSIDE = Set.of(
            "house officer H2 (sister)", "house officer of a foreign district", "district officer D2", "enterprise E2");

    /** What the samples make in the house 5304 succeeds for its officers, as RouteIT shows; to others it is nothing. */
    @Test
    void everyRouteAnswersAboutAHiddenRecordAsAboutNone() throws SQLException {
        int compared = 0;
        for (Route route : RouteTable.routes()) {
            // Units are no secret: who may not change one is told so.
            boolean unit = route.access().reach() == Access.Reach.WRITE_SUBTREE;
            // Samples of these are the caller's own.
            boolean own = route.access().reach() == Access.Reach.OWN;
            if (!route.aboutRecord() || unit || own || Samples.needsOwnSession(route)) {
                continue;
            }
            for (Kind kind : Kind.ALL) {
                if (OUTSIDE.contains(kind.name())) {
                    compared += twin(route, Actor.of(kind));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(compared).isGreaterThan(500);
    }

    private int twin(Route route, Actor actor) throws SQLException {
        Rows.change("delete from rate_counter");
        Call about = Samples.of(route).in(new Situation(actor, "5304"));
        if (about == null || !about.path().matches(".*/[0-9]+(/.*)?")) {
            return 0;
        }
        String nowhere = about.path().replaceAll("/[0-9]+(?=/|$)", "/888000001");
        Call none = new Call(
                nowhere, about.json(), about.form(), about.headers(), about.record(), about.owner(), about.refused());
        String one = plain(about.by(actor.caller(), route.verb()), about.path());
        String other = plain(none.by(actor.caller(), route.verb()), nowhere);
        if (!one.equals(other)) {
            faults.add(route.name() + " by " + actor.kind() + " differs from the answer about nothing: "
                    + difference(other, one));
        }
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
    void aBodyThatNamesItIsAnsweredAsIfItDidNotExist() throws SQLException {
        Rows.Row untouched = picture();
        for (Caller stranger : strangers) {
            for (String[] request : Bodies.ALL) {
                boolean rest = request[0].startsWith("/api/");
                String type = rest ? "application/json" : "application/x-www-form-urlencoded";
                String body = own(stranger, request[1]);
                compare(stranger, request[0], new Answer.Sent("POST", type, rest ? Bodies.json(body) : body));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(picture().columns()).as("what nobody may touch").isEqualTo(untouched.columns());
    }

    /** With numbers of the caller's own in it, fresh for each request. */
    private static String own(Caller caller, String body) throws SQLException {
        String account = caller.cookie() == null ? Long.toString(Caller.account("pudong.officer")) : Long.toString(Caller.account(caller.name()));
        String mine = Long.toString(Rows.number(
                "insert into enterprise (name_zh, unit_id, org_path, source) select '旁人企业', unit_id, org_path, 'sample'"
                        + " from account where id = ? returning id",
                Long.parseLong(account)));
        String code = Rows.one(
                        "select u.code from account a join unit u on u.id = a.unit_id where a.id = ?",
                        Long.parseLong(account))
                .text("code");
        return body.replace("{mine}", mine)
                .replace("{me}", account)
                .replace("{unit}", Long.toString(Units.id("5304")))
                .replace("{free}", code + "%06d".formatted(FREE.incrementAndGet()));
    }

    private static Rows.Row picture() throws SQLException {
        List<String> parts = new ArrayList<>();
        for (Rows.Row table : Rows.all(
                "select table_name from information_schema.columns where table_schema = 'aeo'"
                        + " and column_name = 'enterprise_id' and table_name not in ('record_view', 'enterprise_claim') order by 1")) {
            String name = table.text("table_name");
            parts.add("(select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from " + name
                    + " t where t.enterprise_id = " + hidden.in("{enterprise}") + ") as " + name);
        }
        parts.add("(select e::text from enterprise e where e.id = " + hidden.in("{enterprise}") + ") as itself");
        return Rows.one("select " + String.join(", ", parts));
    }

    /** Who enters one of the same name is not warned of an enterprise he may not see. */
    @Test
    void entryOfTheSameNameIsNoWarning() throws SQLException {
        try {
            for (Caller stranger : strangers) {
                String body = own(stranger, "nameZh={nameZh}&nameEn={nameEn}&customsCode={free}");
                compare(
                        stranger,
                        "/desk/enterprises/new",
                        new Answer.Sent("POST", "application/x-www-form-urlencoded", body));
            }
        } finally {
            Rows.change(
                    "delete from enterprise where name_zh in (?, ?) and org_path <> '0000.5300.5304.'",
                    hidden.in("{nameZh}"),
                    unknown.in("{nameZh}"));
        }
        assertThat(faults).isEmpty();
    }

    /** A number is unique in the whole country: that it is taken is all that may be learned, and only that. */
    @Test
    void ofANumberOnlyThatItIsTakenIsTold() throws SQLException {
        Caller pudong = Caller.signedIn("pudong.officer");
        long unit = Units.id("2210");
        for (String code : List.of("{code}", "{uscc}")) {
            String field = code.equals("{code}") ? "customsCode" : "uscc";
            for (String[] request : new String[][] {
                {"/api/v1/enterprises", "{'nameZh':'x','" + field + "':'" + code + "','unitId':" + unit + "}"},
                {"/api/v1/enterprises/registered", "{'code':'" + code + "'}"}
            }) {
                Answer answer = Answer.to(
                        pudong,
                        request[0],
                        filled(hidden, new Answer.Sent("POST", "application/json", Bodies.json(request[1]))));
                assertThat(answer.text()).containsAnyOf("ELSEWHERE", "已在其他海关");
                assertThat(hidden.toldBy(hidden.withoutEcho(request[1], answer.text())))
                        .as(request[0])
                        .isEmpty();
            }
        }
    }
}

package org.aeoreach.routes;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aeoreach.web.Access;

/** How a route is tried, so that it is known to tell a stranger nothing of the hidden enterprise. */
enum Way {
    /** A list, a count, a page or a file that names no record is read before the enterprise exists and after. */
    LIST,
    /** The number of something that belongs to it stands in the address. */
    RECORD,
    /** A sample of the hidden house and a number nobody has are called one after the other. */
    TWIN,
    /** The body names it, or what belongs to it. */
    BODY,
    /** A file of rows names it. */
    FILE,
    /** There is no way, and a reason for that. */
    NONE;

    /** Why nothing is tried, by the names of routes. */
    static final Map<Pattern, String> REASONS = Map.ofEntries(
            Map.entry(
                    Pattern.compile("GET /sign-in.*|POST /(sign-in.*|sign-out|acting|setup)"),
                    "makes the caller somebody else"),
            Map.entry(
                    Pattern.compile("(POST|DELETE) (/api/v1)?/me(/.*)?|POST /desk/campaigns/calendar/feeds(/.*)?"),
                    "changes what is the caller's own"),
            Map.entry(
                    Pattern.compile(
                            ".* /.*\\{token}(\\.ics|/unsubscribe|/confirmation|/acceptance|/cancellation|/files/\\{file})?|.* /api/v1/customs-codes/.*"),
                    "the link is a secret of its own, or the code is one of the public list"),
            Map.entry(
                    Pattern.compile("(POST|PUT) /(desk|api/v1)/units.*|GET /desk/units/.*(closure|merger|name|houses)"
                            + "|.* /(desk|api/v1)/working-time/.*"),
                    "units and when they work are no secret; who may change one is told so"),
            Map.entry(
                    Pattern.compile(
                            "POST /(desk|api/v1)/(audit/verification|broadcasts|campaigns)|POST /desk/(duplicates/scan|views)"),
                    "takes no number, code or name of an enterprise"),
            Map.entry(
                    Pattern.compile("(POST|PUT) /(desk|api/v1)/mail/(control/.*|blocks|blocks/new)"),
                    "an address is barred for the caller's unit; whether another bars it he is not told"),
            Map.entry(
                    Pattern.compile("(GET|POST) /(desk|api/v1)/mail/(mailboxes|senders)(/new)?"),
                    "units publish the addresses they read and write from"),
            Map.entry(
                    Pattern.compile(".*/(cadence|retention)|POST /(language|display|markdown/preview)"),
                    "takes no number, code or name of an enterprise or contact"),
            Map.entry(
                    Pattern.compile(
                            "GET /(portal|desk|api/v1)/(library|documents)/(documents/)?\\{(id|code)}.*"
                                    + "|GET /portal/search(/.*)?|GET /api/v1/(search|suggest)"
                                    + "|POST /portal/library/.*|POST /desk/campaigns/\\{id}/adoption|POST /desk/library/(new|\\{id}/(draft|newer|archiving|keeper))|POST /api/v1/documents:import"),
                    "published documents are for everybody and of no enterprise"),
            Map.entry(
                    Pattern.compile("POST /portal/ask/(answers|answered)"
                            + "|(POST|PUT) (/portal/my|/api/v1/portal)/enquiries(/sharing)?"),
                    "asks for the caller's own enterprise or for none"),
            Map.entry(
                    Pattern.compile("POST /desk/enquiries/(routing|templates/new|targets(/authorities|/names)?)"
                            + "|(POST|PUT) /api/v1/enquiry-settings/.*|POST /api/v1/enquiry-templates"),
                    "sets what holds for the caller's own unit; takes no number, code or name of an enterprise"),
            Map.entry(
                    Pattern.compile("(POST|PUT) /(desk/trainings/|api/v1/training-)(bases|rooms|bookings)(/.*)?"
                            + "|GET /(desk/trainings/|api/v1/training-)(bases|rooms|bookings)/.*\\{.*"),
                    "rooms are of units and of no enterprise"),
            Map.entry(
                    Pattern.compile(
                            "POST /desk/trainings/(courses|trainers)/new|POST /api/v1/training-(courses|trainers)"),
                    "takes no number, code or name of an enterprise"),
            Map.entry(
                    Pattern.compile(
                            "(GET|POST|PUT|DELETE) /(desk|api/v1|portal|api/v1/portal)/trainings(/new|/\\{id}.*)?"
                                    + "|POST /portal/my/trainings/sessions/\\{id}"),
                    "sessions that are out are for everybody and of no enterprise; who is registered has routes of his own"),
            Map.entry(
                    Pattern.compile("POST /portal/subscribe"),
                    "answers the same whatever is known of the address; SubscribeIT compares"),
            Map.entry(
                    Pattern.compile("POST /portal/search/opened|POST /desk/library/(pins|same.*)"
                            + "|GET /desk/library/(gaps|judged)/\\{(id|number)}"),
                    "words asked of the library and answers chosen are counted and kept without anybody's name"));

    /** All of its ways; a route without any is an error: a new one has to be thought of. */
    static Set<Way> of(Route route) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (Bodies.routes().contains(route.name())) {
            ways.add(BODY);
        }
        if (RowFiles.ROUTES.contains(route.name())) {
            ways.add(FILE);
        }
        if (ways.isEmpty() && reason(route).isPresent()) {
            return EnumSet.of(NONE);
        }
        addRead(route, ways);
        if (ways.isEmpty() || (ways.contains(TWIN) && !route.aboutRecord())) {
            throw new AssertionError(route.name() + " is tried in no way: name the number in its address in Probes,"
                    + " give it a body in Bodies, or say in Way why it has none");
        }
        return ways;
    }

    private static void addRead(Route route, Set<Way> ways) {
        boolean read = route.verb().equals("GET");
        if (read && Probes.listed(route).isPresent()) {
            ways.add(LIST);
        } else if (read && Probes.about(route.path()).isPresent()) {
            ways.add(RECORD);
        } else if (route.path().contains("{")
                && route.access().reach() != Access.Reach.WRITE_SUBTREE
                && !ofOwn(route)) {
            ways.add(TWIN);
        }
    }

    /** Its samples are the caller's own; bodies name what is another's. */
    private static boolean ofOwn(Route route) {
        return route.path().contains("/my/representations/");
    }

    static Optional<String> reason(Route route) {
        return REASONS.entrySet().stream()
                .filter(reason -> reason.getKey().matcher(route.name()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Routes that are tried in this way. */
    List<Route> routes() {
        return RouteTable.routes().stream()
                .filter(route -> of(route).contains(this))
                .toList();
    }
}

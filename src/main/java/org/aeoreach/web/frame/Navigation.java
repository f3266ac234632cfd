package org.aeoreach.web.frame;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.ENTERPRISE_USER;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.Page;

/** Where one can go from every page: officers in groups at the side, everybody else in one row. */
public final class Navigation {

    /** Letters that do something on the page of an enquiry, {@code web.keys.enquiries.<letter>}. */
    public static final List<String> ENQUIRY_KEYS =
            List.of("v", "b", "t", "l", "r", "f", "i", "z", "q", "n", "p", "d", "o", "a", "s", "m", "x", "e", "u");

    private static final List<Group> DESK = List.of(
            new Group(
                    "work",
                    List.of(
                            Place.only("/desk", "today", 't'),
                            Place.to("/desk/portfolio", "portfolio", 'w'),
                            Place.to("/desk/search", "search", 'f'),
                            Place.to("/desk/enterprises", "enterprises", 'e'),
                            Place.to("/desk/segments", "segments", 'g'),
                            Place.to("/desk/partners", "partners", 'o'),
                            Place.to("/desk/enquiries", "enquiries", 'i'),
                            Place.to("/desk/enquiries/rechecks", "rechecks", 'b'),
                            Place.to("/desk/campaigns", "campaigns", 'n'),
                            Place.to("/desk/trainings", "trainings", 'x'),
                            Place.to("/desk/touchpoints", "touchpoints", 'c'),
                            Place.to("/desk/tasks", "tasks", 'k'),
                            Place.to("/desk/library", "library", 'l'))),
            new Group(
                    "organization",
                    List.of(
                            Place.to("/desk/units", "units", 'u'),
                            Place.to("/desk/people", "people", 'p'),
                            Place.to("/desk/roles", "roles", 'r'),
                            Place.to("/desk/substitutions", "substitutions", 's'),
                            Place.to("/desk/working-time", "working-time", 'h'),
                            Place.to("/desk/enquiries/targets", "enquiry-targets", 'q'),
                            Place.to("/desk/enquiries/routing", "enquiry-routing", 'y')
                                    .forRoles(UNIT_ADMINISTRATOR),
                            Place.to("/desk/personal-data", "personal-data", 'd'))),
            new Group(
                    "system",
                    List.of(
                            Place.to("/desk/jobs", "jobs", 'j'),
                            Place.to("/desk/mail", "mail", 'm')
                                    .forRoles(SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR),
                            Place.to("/desk/audit", "audit", 'a').forRoles(AUDITOR),
                            Place.to("/desk/record-views", "record-views", 'v').forRoles(AUDITOR))));

    private static final List<Place> PORTAL = List.of(
            Place.only("/portal", "portal", 's'),
            Place.to("/portal/library", "library", 'l'),
            Place.to("/portal/trainings", "training-offers", 't'),
            Place.to("/portal/ask", "ask", 'a'),
            Place.to("/portal/units", "find-house", 'h'),
            Place.to("/portal/my/enquiries", "my-enquiries", 'q').forRoles(ENTERPRISE_USER),
            Place.to("/portal/my/trainings", "my-trainings", 'r').forRoles(ENTERPRISE_USER),
            Place.to("/portal/my", "my", 'm').forRoles(ENTERPRISE_USER));

    private Navigation() {}

    /** Places under one heading, {@code web.nav.group.<name>}. */
    public record Group(String name, List<Place> places) {

        /** Message key of the heading. */
        public String label() {
            return "web.nav.group." + name;
        }
    }

    /** The officers' face; what the acting role has no part in is left out. */
    public static List<Group> desk(Page page) {
        return DESK.stream()
                .map(group -> new Group(group.name(), open(group.places(), page)))
                .filter(group -> !group.places().isEmpty())
                .toList();
    }

    /** The public face. */
    public static List<Place> portal(Page page) {
        return open(PORTAL, page);
    }

    /** All places of the face shown, for the keys. */
    public static List<Place> all(Page page) {
        Stream<Place> all =
                page.desk() ? desk(page).stream().flatMap(group -> group.places().stream()) : portal(page).stream();
        return all.toList();
    }

    /** Whether the reader is at this place or below it, and at no other place below it. */
    public static boolean here(Page page, Place place) {
        return place.covers(page) && all(page).stream().noneMatch(other -> other.below(place) && other.covers(page));
    }

    private static List<Place> open(List<Place> places, Page page) {
        return places.stream().filter(place -> place.openTo(page)).toList();
    }
}

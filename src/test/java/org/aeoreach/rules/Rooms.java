package org.aeoreach.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The table of packages: the level of each, and what it may use of its own level. */
final class Rooms {
    private static final String ROOT = "org.aeoreach.";
    // Generated from the templates of all features; a page is made where its template's model is named.
    private static final String TEMPLATES = "templates";

    private record Room(int level, Set<String> ofItsOwnLevel) {}

    private static final Map<String, Room> ALL = Map.ofEntries(
            room("platform", 0),
            room("launcher", 0),
            room("scope", 0, "platform"),
            room("web", 1),
            room("audit", 1, "web", "job"),
            room("search", 1, "web"),
            room("mail", 1, "web", "audit", "job"),
            room("worktime", 1, "web", "audit"),
            room("job", 1, "web", "audit"),
            room("importing", 1, "web", "audit", "job"),
            room("organization", 2),
            room("identity", 2, "organization"),
            room("enterprise", 3),
            room("library", 3),
            room("outreach", 4),
            room("survey", 4),
            room("mutualrecognition", 4),
            room("assessment", 4),
            room("campaign", 5),
            room("enquiry", 5),
            room("training", 6),
            room("feedback", 7),
            room("report", 8));

    private Rooms() {}

    private static Map.Entry<String, Room> room(String name, int level, String... ofItsOwnLevel) {
        return Map.entry(name, new Room(level, Set.of(ofItsOwnLevel)));
    }

    static ArchCondition<JavaClass> useOnlyWhatTheTableAllows() {
        return new ArchCondition<>("use only packages the table of rooms allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!allowed(name(type), target)) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean allowed(String from, JavaClass target) {
        if (!target.getPackageName().startsWith(ROOT)) {
            return true;
        }
        String to = name(target);
        if (from.equals(to) || from.equals(TEMPLATES)) {
            return true;
        }
        if (to.equals(TEMPLATES)) {
            return !from.equals("platform") && !from.equals("scope") && !from.equals("launcher");
        }
        Room mine = ALL.get(from);
        Room other = ALL.get(to);
        boolean apart = from.equals("launcher") || to.equals("launcher");
        return mine != null
                && other != null
                && !apart
                && (other.level() < mine.level() || mine.ofItsOwnLevel().contains(to));
    }

    /** The first part of the package name below the root: sub-packages belong to their room. */
    private static String name(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
    }
}

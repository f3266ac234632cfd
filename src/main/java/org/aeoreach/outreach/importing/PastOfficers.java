package org.aeoreach.outreach.importing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.importing.cell.CellText;
import org.aeoreach.importing.cell.Refused;
import org.jspecify.annotations.Nullable;

/** Officers with a role in the viewer's range, of today and of earlier days, by login and by name. */
final class PastOfficers {

    private final Map<String, List<Service>> byLogin;
    private final Map<String, List<Service>> byName;
    private final Units units;

    /** A role an officer has or had. @param until null while it lasts */
    record Service(
            long account,
            String login,
            String nameZh,
            @Nullable String nameEn,
            long unit,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    PastOfficers(List<Service> services, Units units) {
        this.units = units;
        this.byLogin = services.stream()
                .collect(Collectors.groupingBy(service -> service.login().toLowerCase(Locale.ROOT)));
        this.byName = services.stream()
                .flatMap(service -> Stream.of(service.nameZh(), service.nameEn())
                        .filter(name -> name != null && !name.isEmpty())
                        .map(name -> Map.entry(String.valueOf(name), service)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * The officer somebody means, with the unit he was in on that day, or was in next to it.
     *
     * @param text a login or a name, with the unit in brackets or behind an at sign where the name is not enough
     * @param own the unit whose contact it was: of several of a name, the one there is meant
     * @throws Refused when nobody is called so, or several are
     */
    Service named(String text, LocalDate day, long own) throws Refused {
        String who = text.strip();
        String unit = "";
        int bracket = Math.max(who.lastIndexOf('('), who.lastIndexOf('（'));
        if (bracket > 0 && (who.endsWith(")") || who.endsWith("）"))) {
            unit = who.substring(bracket + 1, who.length() - 1).strip();
            who = who.substring(0, bracket).strip();
        } else if (who.indexOf('@') > 0) {
            unit = who.substring(who.indexOf('@') + 1).strip();
            who = who.substring(0, who.indexOf('@')).strip();
        }
        List<Service> known = byLogin.getOrDefault(who.toLowerCase(Locale.ROOT), byName.getOrDefault(who, List.of()));
        String there = unit;
        List<Service> found = there.isEmpty() ? known : only(known, service -> units.isNamed(service.unit(), there));
        if (several(found)) {
            found = preferred(found, own, day);
        }
        if (found.isEmpty() || several(found)) {
            throw new Refused(found.isEmpty() ? "no-officer" : "several-officers", CellText.shown(text));
        }
        return at(found, day);
    }

    private static List<Service> preferred(List<Service> found, long own, LocalDate day) {
        List<Service> here = only(found, service -> service.unit() == own);
        List<Service> then = only(here, service -> service.on(day));
        return !then.isEmpty() && !several(then) ? then : here.isEmpty() ? found : here;
    }

    private static boolean several(List<Service> found) {
        return found.stream().map(Service::account).distinct().count() > 1;
    }

    private static List<Service> only(List<Service> all, Predicate<Service> which) {
        return all.stream().filter(which).toList();
    }

    private static Service at(List<Service> services, LocalDate day) {
        return services.stream()
                .min(Comparator.comparing((Service service) -> !service.on(day))
                        .thenComparing(service -> service.from().isAfter(day))
                        .thenComparing(Service::from, Comparator.reverseOrder())
                        .thenComparing(Service::unit))
                .orElseThrow();
    }
}

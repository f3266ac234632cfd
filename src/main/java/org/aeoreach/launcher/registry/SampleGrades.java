package org.aeoreach.launcher.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aeoreach.launcher.registry.SampleEnterprise.FormerGrade;
import org.aeoreach.launcher.registry.SampleEnterprise.Grade;

/**
 * Grades over time, by the rank of an enterprise among all. In a registry of 1.14 million they come to the published
 * numbers of AEOs: 37,151 at the end of 2017 (3,000 advanced certified, the others generally certified), 3,239 advanced
 * and 25,501 generally certified at the end of 2019, 5,860 at the end of March 2024, 7,029 on 1 July 2025, 6,876 at the
 * end of 2025; 6,788 discredited in May 2020. A smaller registry keeps the proportions. Certified enterprises of the
 * rules of April 2026 have no published number; theirs is invented, as is every single day.
 */
final class SampleGrades {

    private static final LocalDate RULES_2021 = LocalDate.of(2021, 11, 1);
    private static final double FULL = 1_140_000;

    private final double scale;

    SampleGrades(long size) {
        scale = size / FULL;
    }

    /** What an enterprise has and had. */
    record Course(Grade grade, List<FormerGrade> former) {}

    private boolean below(long rank, long published) {
        return rank < Math.round(published * scale);
    }

    /** Whether its registration must be old enough for a grade of the first rules. */
    boolean old(long rank) {
        return below(rank, 43_939);
    }

    Course of(long rank, LocalDate registered, SplittableRandom random) {
        List<FormerGrade> former = new ArrayList<>();
        if (below(rank, 2_600)) {
            return new Course(new Grade("ACE", day(2014, 12, 1, 900, random)), former);
        }
        if (below(rank, 3_000)) {
            LocalDate end = day(2021, 12, 1, 600, random);
            former.add(new FormerGrade("ACE", day(2014, 12, 1, 900, random), end));
            return regular(end.plusDays(1), former);
        }
        if (below(rank, 7_429)) {
            return promoted(rank, random);
        }
        if (below(rank, 37_151)) {
            // Some lost the grade in 2019; the others kept it until the rules that abolished it.
            LocalDate end = below(rank, 28_740) ? RULES_2021.minusDays(1) : day(2018, 6, 1, 500, random);
            former.add(new FormerGrade("GCE", day(2014, 12, 1, 1_050, random), end));
            if (!below(rank, 28_740)) {
                former.add(new FormerGrade("GENERAL", end.plusDays(1), RULES_2021.minusDays(1)));
            }
            return regular(RULES_2021, former);
        }
        if (below(rank, 43_939)) {
            return new Course(new Grade("DISCREDITED", day(2018, 6, 1, 600, random)), former);
        }
        if (below(rank, 45_439)) {
            LocalDate since = day(2026, 4, 2, 150, random);
            former.add(new FormerGrade("REGULAR", RULES_2021, since.minusDays(1)));
            return new Course(new Grade("CE", since), former);
        }
        return regular(registered.isAfter(RULES_2021) ? registered : RULES_2021, former);
    }

    /** Generally certified at first, advanced later: by the end of 2019, of March 2024, or of June 2025. */
    private Course promoted(long rank, SplittableRandom random) {
        List<FormerGrade> former = new ArrayList<>();
        LocalDate first = day(2014, 12, 1, 1_050, random);
        LocalDate since = below(rank, 3_239)
                ? day(2018, 2, 1, 600, random)
                : below(rank, 6_260) ? day(2022, 1, 1, 800, random) : day(2024, 4, 2, 420, random);
        LocalDate end = since.isBefore(RULES_2021) ? since : RULES_2021;
        former.add(new FormerGrade("GCE", first, end.minusDays(1)));
        if (since.isAfter(RULES_2021)) {
            former.add(new FormerGrade("REGULAR", RULES_2021, since.minusDays(1)));
        }
        if (below(rank, 7_276)) {
            return new Course(new Grade("ACE", since), former);
        }
        LocalDate lost = day(2025, 7, 10, 150, random);
        former.add(new FormerGrade("ACE", since, lost.minusDays(1)));
        return regular(lost, former);
    }

    private static Course regular(LocalDate since, List<FormerGrade> former) {
        return new Course(new Grade("REGULAR", since), former);
    }

    private static LocalDate day(int year, int month, int day, int within, SplittableRandom random) {
        return LocalDate.of(year, month, day).plusDays(random.nextInt(within));
    }
}

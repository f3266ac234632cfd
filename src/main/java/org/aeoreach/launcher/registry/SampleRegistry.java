package org.aeoreach.launcher.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A registry of a given size, row by row. */
public final class SampleRegistry {

    /** The number of registered enterprises published for December 2017. */
    public static final long FULL = 1_140_000;

    /** A prime, so that ranks are spread over all rows. */
    private static final long STRIDE = 1_000_003;

    private static final String PARTNERS = "US JP KR DE VN HK TW SG MY TH AU GB NL FR IT IN RU BR MX ID AE ZA PL CL NZ";
    private static final String[] EARLY = {
        "CONTACTED", "BRIEFED", "INTERESTED", "CULTIVATION", "SELF_ASSESSED", "APPLIED"
    };

    private final long size;
    private final long seed;
    private final List<SampleHouse> houses;
    private final double[] bounds;
    private final SampleGrades grades;

    /** @param houses with their weights; how many there are and their order is part of the seed */
    public SampleRegistry(long size, long seed, List<SampleHouse> houses) {
        this.size = size;
        this.seed = seed;
        this.houses = List.copyOf(houses);
        this.bounds = new double[houses.size()];
        double sum = 0;
        for (int i = 0; i < bounds.length; i++) {
            sum += houses.get(i).weight();
            bounds[i] = sum;
        }
        this.grades = new SampleGrades(size);
    }

    public long size() {
        return size;
    }

    /** The row of this index, from 0. */
    public SampleEnterprise get(long index) {
        SplittableRandom random = new SplittableRandom(seed * 31 + index);
        long rank = index * STRIDE % size;
        // A second entry is of the house and trade of the first, with codes and a history of its own.
        SplittableRandom called = SampleNames.again(index) ? new SplittableRandom(seed * 31 + index - 1) : random;
        SampleHouse house = house(called);
        SampleNames.Trade trade = SampleNames.trade(called);
        String[] first = SampleNames.of(house, trade, called);
        String[] names = SampleNames.again(index) ? SampleNames.again(house, first, index) : first;
        LocalDate registered = grades.old(rank)
                ? LocalDate.of(2001, 1, 1).plusDays(random.nextInt(4_700))
                : LocalDate.of(2003, 1, 1).plusDays(random.nextInt(8_600));
        SampleGrades.Course course = grades.of(rank, registered, random);
        boolean aeo =
                course.grade().code().equals("ACE") || course.grade().code().equals("CE");
        String step = aeo ? "AEO" : early(random);
        return new SampleEnterprise(
                house.code(),
                SampleCodes.customs(house.code(), index, random.nextInt(8)),
                SampleCodes.uscc(house.code(), index),
                names[0],
                names[1],
                registered,
                house.cityZh() + "演示路" + (1 + random.nextInt(999)) + "号",
                trade.sector(),
                sizeClass(aeo, random),
                List.of(trade.types().split(";")),
                partners(random),
                course.grade(),
                step,
                aeo ? course.grade().since() : LocalDate.of(2025, 1, 1).plusDays(random.nextInt(660)),
                tier(step, random),
                course.former());
    }

    private SampleHouse house(SplittableRandom random) {
        int found = Arrays.binarySearch(bounds, random.nextDouble(bounds[bounds.length - 1]));
        return houses.get(Math.min(found < 0 ? -found - 1 : found, houses.size() - 1));
    }

    /** Nine of ten are prospects nobody spoke to. */
    private static String early(SplittableRandom random) {
        int roll = random.nextInt(1000);
        if (roll >= 100) {
            return "PROSPECT";
        }
        return roll < 60
                ? EARLY[0]
                : roll < 80 ? EARLY[1] : roll < 90 ? EARLY[2] : roll < 95 ? EARLY[3] : EARLY[roll % 2 + 4];
    }

    private static @Nullable String tier(String step, SplittableRandom random) {
        return switch (step) {
            case "PROSPECT" -> null;
            case "AEO", "CULTIVATION", "SELF_ASSESSED", "APPLIED" -> random.nextInt(3) == 0 ? "A" : "B";
            default -> random.nextInt(2) == 0 ? "C" : null;
        };
    }

    private static String sizeClass(boolean aeo, SplittableRandom random) {
        int roll = random.nextInt(100) - (aeo ? 40 : 0);
        return roll < 4 ? "LARGE" : roll < 18 ? "MEDIUM" : roll < 60 ? "SMALL" : "MICRO";
    }

    private static List<String> partners(SplittableRandom random) {
        String[] all = PARTNERS.split(" ");
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String partner = all[(int) (Math.pow(random.nextDouble(), 2) * all.length)];
            if (!chosen.contains(partner)) {
                chosen.add(partner);
            }
        }
        return chosen;
    }
}

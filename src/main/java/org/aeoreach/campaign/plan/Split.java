package org.aeoreach.campaign.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proposes what each house is to reach of a target: by how many enterprises it has in scope, less (down to four fifths)
 * where an officer carries more than the average of the houses and more (up to six fifths) where he carries less. No
 * house gets more than it has in scope; the proposals come to the target exactly, as long as so many are in scope.
 */
final class Split {

    private static final double LEAST = 0.8;
    private static final double MOST = 1.2;

    private Split() {}

    /**
     * What a house brings.
     *
     * @param scope enterprises in scope
     * @param officers who work there now
     * @param load contacts of the last 90 days and open targets of other campaigns
     */
    record Share(long scope, long officers, long load) {

        double each() {
            return (double) load / Math.max(1, officers);
        }
    }

    /** In the order of the houses. */
    static long[] of(long target, List<Share> houses) {
        double[] weights = weights(houses);
        long[] given = new long[houses.size()];
        long left = Math.min(target, houses.stream().mapToLong(Share::scope).sum());
        while (left > 0) {
            left -= hand(left, houses, weights, given);
        }
        return given;
    }

    private static double[] weights(List<Share> houses) {
        double mean = houses.stream()
                .filter(house -> house.scope() > 0)
                .mapToDouble(Share::each)
                .average()
                .orElse(0);
        return houses.stream()
                .mapToDouble(house -> house.scope() * factor(house, mean))
                .toArray();
    }

    private static double factor(Share house, double mean) {
        if (house.officers() == 0) {
            return LEAST;
        }
        return house.each() == 0 ? (mean == 0 ? 1 : MOST) : Math.max(LEAST, Math.min(MOST, mean / house.each()));
    }

    /** Hands out at most what is left among houses that can take more, at least one. @return how many */
    private static long hand(long left, List<Share> houses, double[] weights, long[] given) {
        int[] open = IntStream.range(0, given.length)
                .filter(i -> given[i] < houses.get(i).scope())
                .toArray();
        double sum = Arrays.stream(open).mapToDouble(i -> weights[i]).sum();
        long handed = 0;
        for (int i : open) {
            long part = Math.min((long) (left * weights[i] / sum), houses.get(i).scope() - given[i]);
            given[i] += part;
            handed += part;
        }
        return handed > 0 ? handed : one(houses, weights, given, open);
    }

    /** What is too little to be divided goes to who has most, one by one. */
    private static long one(List<Share> houses, double[] weights, long[] given, int[] open) {
        int first = Arrays.stream(open)
                .boxed()
                .max(Comparator.comparingDouble((Integer i) -> weights[i] / (given[i] + 1))
                        .thenComparing(i -> houses.get(i).scope())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        given[first]++;
        return 1;
    }
}

package org.aeoreach.campaign.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Customs districts as equal tiles, placed roughly as on a map: no borders, no areas. */
public final class Tiles {

    /** Place of a tile, from 1: columns west to east, rows north to south. */
    public record Tile(String code, int column, int row) {}

    private static final String PLACES = "9400 1 2,0700 6 2,0600 8 1,1900 10 1,1500 10 2,0800 9 2,0900 9 3,"
            + "9500 3 3,9600 4 3,9700 2 3,0500 6 3,0400 7 3,0100 7 2,0200 8 3,9000 4 4,4600 6 4,4300 7 4,4200 8 4,"
            + "8800 1 4,7900 3 5,8000 4 5,4700 6 5,3300 7 5,2300 8 5,2200 9 5,8300 4 6,4900 5 6,4000 6 6,2900 7 6,"
            + "3100 8 6,8600 3 7,7200 4 7,6800 5 7,5100 6 7,5200 7 7,3500 8 7,3700 9 7,6700 4 8,5700 5 8,5300 6 8,"
            + "6000 7 8,6400 5 9";

    private static final Map<String, Tile> ALL = java.util.Arrays.stream(PLACES.split(","))
            .map(each -> each.split(" "))
            .map(each -> new Tile(each[0], Integer.parseInt(each[1]), Integer.parseInt(each[2])))
            .collect(Collectors.toMap(Tile::code, tile -> tile));

    private Tiles() {}

    /** Where the district of that code lies. */
    public static Optional<Tile> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** All of them, row by row. */
    public static List<Tile> all() {
        return ALL.values().stream()
                .sorted(java.util.Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column))
                .toList();
    }
}

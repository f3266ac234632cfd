package org.aeoreach.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.launcher.registry.SampleHouse;
import org.jspecify.annotations.Nullable;

/** The houses of the reference data with the weights made-up enterprises are spread by. */
final class SampleHouses {

    private static final String WEIGHTS = "reference/sample-weights.csv";
    private static final List<String> COLUMNS = List.of("district_code", "weight", "note");
    /** The demo people's houses and districts, where a demonstration is looked at, and some in other districts. */
    private static final Map<String, Double> DEMO = Map.ofEntries(
            Map.entry("5304", 36.0),
            Map.entry("5316", 20.0),
            Map.entry("2210", 24.0),
            Map.entry("5300", 6.0),
            Map.entry("2200", 6.0),
            Map.entry("0101", 3.0),
            Map.entry("0202", 3.0),
            Map.entry("0901", 2.0),
            Map.entry("2303", 5.0),
            Map.entry("2304", 3.0),
            Map.entry("2903", 3.0),
            Map.entry("3104", 3.0),
            Map.entry("3702", 2.0),
            Map.entry("4201", 3.0),
            Map.entry("4602", 1.5),
            Map.entry("4701", 1.5),
            Map.entry("5141", 3.0),
            Map.entry("5204", 4.0),
            Map.entry("5720", 2.0),
            Map.entry("7905", 2.0),
            Map.entry("8005", 1.5),
            Map.entry("9003", 1.0));

    private SampleHouses() {}

    /** All houses; of a district without houses in the reference data, the district itself. */
    static List<SampleHouse> all() {
        Map<String, Double> weights = new HashMap<>();
        CsvFile.resource(WEIGHTS, COLUMNS, row -> Map.entry(row.text("district_code"), row.text("weight")))
                .forEach(row -> weights.put(row.getKey(), Double.valueOf(row.getValue())));
        List<ReferenceCode> codes = ReferenceCode.all();
        List<SampleHouse> houses = new ArrayList<>();
        for (ReferenceCode district : codes) {
            if (district.kind() == ReferenceCode.Kind.DISTRICT) {
                double weight = Objects.requireNonNull(weights.get(district.code()), district.code());
                List<String> own = codes.stream()
                        .filter(code -> code.kind() == ReferenceCode.Kind.HOUSE
                                && district.code().equals(code.belongsTo()))
                        .map(ReferenceCode::code)
                        .toList();
                for (String house : own.isEmpty() ? List.of(district.code()) : own) {
                    houses.add(house(house, district, weight / Math.max(1, own.size())));
                }
            }
        }
        return houses;
    }

    /** Those of a demonstration; of the other districts the first house, so that the whole country can be seen. */
    static List<SampleHouse> demo() {
        List<SampleHouse> houses = new ArrayList<>();
        List<ReferenceCode> codes = ReferenceCode.all();
        for (ReferenceCode district : codes) {
            if (district.kind() == ReferenceCode.Kind.DISTRICT) {
                String start = district.code().substring(0, 2);
                List<String> chosen = DEMO.keySet().stream()
                        .filter(code -> code.startsWith(start))
                        .sorted()
                        .toList();
                for (String code : chosen.isEmpty() ? List.of(first(codes, district)) : chosen) {
                    houses.add(house(code, district, DEMO.getOrDefault(code, 0.8)));
                }
            }
        }
        return houses;
    }

    private static String first(List<ReferenceCode> codes, ReferenceCode district) {
        return codes.stream()
                .filter(code -> code.kind() == ReferenceCode.Kind.HOUSE
                        && district.code().equals(code.belongsTo()))
                .map(ReferenceCode::code)
                .findFirst()
                .orElse(district.code());
    }

    private static SampleHouse house(String code, ReferenceCode district, double weight) {
        String cityZh = district.zh().replace("海关", "");
        return new SampleHouse(code, district.code(), cityZh, city(district.en()), weight);
    }

    private static @Nullable String city(@Nullable String district) {
        return district == null
                ? null
                : district.replace(" Customs District", "").replace(",", "").replace("'", "");
    }
}

package org.aeoreach.launcher;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A four-digit code of the reference files: a unit, or a mere port code of one.
 *
 * @param belongsTo code of the unit above a unit, or of the unit a port code is one of; null for GACC
 * @param note why a house row was judged to be a unit or a port code
 * @param vintage how old the row's origin is; null where that is not known
 */
record ReferenceCode(
        String code,
        Kind kind,
        @Nullable String belongsTo,
        String zh,
        @Nullable String en,
        String note,
        String source,
        @Nullable String vintage) {

    /** What a code stands for; the units by the names they have in the database. */
    enum Kind {
        GACC,
        DISTRICT,
        HOUSE,
        PORT_CODE
    }

    static final String DISTRICTS = "reference/customs-districts.csv";
    static final String HOUSES = "reference/customs-houses.csv";

    private static final List<String> DISTRICT_COLUMNS =
            List.of("code", "name_zh", "name_en", "province_zh", "province_en", "seat_city_zh", "kind", "source");
    private static final List<String> HOUSE_COLUMNS = List.of(
            "code", "name_zh", "name_en", "district_code", "kind", "belongs_to", "review_note", "vintage", "source");

    private static final ReferenceCode ROOT = new ReferenceCode(
            "0000",
            Kind.GACC,
            null,
            "海关总署",
            "General Administration of Customs of China",
            "head of the tree, no customs code",
            "general knowledge",
            null);

    /** GACC, the districts and the houses with their port codes, in this order. */
    static List<ReferenceCode> all() {
        List<ReferenceCode> all = new ArrayList<>();
        all.add(ROOT);
        all.addAll(CsvFile.resource(DISTRICTS, DISTRICT_COLUMNS, ReferenceCode::district));
        all.addAll(CsvFile.resource(HOUSES, HOUSE_COLUMNS, ReferenceCode::house));
        return List.copyOf(all);
    }

    boolean isUnit() {
        return kind != Kind.PORT_CODE;
    }

    /** The code of the unit that answers for this code. */
    @Nullable
    String unitCode() {
        return isUnit() ? code : belongsTo;
    }

    private static ReferenceCode district(CsvRow row) {
        return new ReferenceCode(
                row.text("code"),
                Kind.DISTRICT,
                ROOT.code(),
                row.text("name_zh"),
                row.textOrNull("name_en"),
                row.text("kind"),
                row.text("source"),
                null);
    }

    private static ReferenceCode house(CsvRow row) {
        return new ReferenceCode(
                row.text("code"),
                houseKind(row),
                row.text("belongs_to"),
                row.text("name_zh"),
                row.textOrNull("name_en"),
                row.text("review_note"),
                row.text("source"),
                row.textOrNull("vintage"));
    }

    private static Kind houseKind(CsvRow row) {
        return switch (row.text("kind")) {
            case "UNIT" -> Kind.HOUSE;
            case "PORT_CODE" -> Kind.PORT_CODE;
            default -> throw row.fault("kind is neither UNIT nor PORT_CODE");
        };
    }
}

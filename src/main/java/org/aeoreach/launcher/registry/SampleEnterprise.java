package org.aeoreach.launcher.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise nobody has.
 *
 * @param tier of contact, null for most
 * @param former grades that are over, the oldest first
 */
public record SampleEnterprise(
        String house,
        String customsCode,
        String uscc,
        String nameZh,
        String nameEn,
        LocalDate registeredSince,
        String addressZh,
        String sector,
        String sizeClass,
        List<String> businessTypes,
        List<String> tradingPartners,
        Grade grade,
        String journeyStep,
        LocalDate journeySince,
        @Nullable String tier,
        List<FormerGrade> former) {

    /** A grade in force. */
    public record Grade(String code, LocalDate since) {}

    /** A grade from a day to a day, both included. */
    public record FormerGrade(String code, LocalDate from, LocalDate to) {}

    /** The columns of a file the import knows. */
    public static final List<String> COLUMNS = List.of(
            "customs_code",
            "uscc",
            "name_zh",
            "name_en",
            "registered_since",
            "address_zh",
            "sector",
            "size_class",
            "business_types",
            "trading_partners",
            "grade",
            "grade_since",
            "journey_step",
            "journey_since",
            "tier");

    /** Its cells in the order of the columns; none needs quotation marks. */
    public List<String> cells() {
        return List.of(
                customsCode,
                uscc,
                nameZh,
                nameEn,
                registeredSince.toString(),
                addressZh,
                sector,
                sizeClass,
                String.join(";", businessTypes),
                String.join(";", tradingPartners),
                grade.code(),
                grade.since().toString(),
                journeyStep,
                journeySince.toString(),
                tier == null ? "" : tier);
    }
}

package org.aeoreach.enterprise.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.enterprise.EnterpriseView;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry knows of an enterprise today.
 *
 * @param uscc unified social credit code, 18 characters, or null
 * @param nameSince since when it has its name, or null when not known
 * @param registeredSince since when it is registered with its unit, or null when not known
 * @param sector section of GB/T 4754, a letter, or null
 * @param sizeClass LARGE, MEDIUM, SMALL, MICRO, or null
 * @param tradingPartners economies by ISO 3166-1 alpha-2
 * @param mergedInto the enterprise it turned out to be, or null; such a row is a pointer only
 */
public record FactsView(
        EnterpriseView enterprise,
        @Nullable String uscc,
        @Nullable LocalDate nameSince,
        @Nullable LocalDate registeredSince,
        @Nullable String addressZh,
        @Nullable String addressEn,
        @Nullable String sector,
        @Nullable String sizeClass,
        List<String> businessTypes,
        List<String> tradingPartners,
        Standing standing,
        @Nullable Long mergedInto,
        Instant changedAt) {

    public long id() {
        return enterprise.id();
    }

    public long version() {
        return enterprise.version();
    }

    /** A name it had. */
    public record FormerName(
            String zh, @Nullable String en, @Nullable LocalDate from, LocalDate to) {}

    /** A unit it was registered with, and why it went on. */
    public record FormerUnit(
            long unitId,
            String zh,
            @Nullable String en,
            @Nullable LocalDate from,
            LocalDate to,
            String reason) {}

    /** What is over, the latest first. */
    public record History(List<FormerName> names, List<FormerUnit> units) {}
}

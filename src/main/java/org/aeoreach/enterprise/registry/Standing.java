package org.aeoreach.enterprise.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an enterprise stands, and with customs.
 *
 * @param grade code of the credit grade in force, or null when not known
 * @param journeyStep code of its present step
 * @param audience ALL, PROSPECTIVE or AEO
 * @param sme whether it is a small or medium one; false when its size is not known
 * @param cbec whether it does cross-border e-commerce
 * @param tier A, B or C; null when nobody looks after it in turns
 * @param coordinatorZh name of its coordinator, or null when it has none
 * @param lastStrength how strong the last contact was, or null
 * @param nextContactDue when the next contact is due by its tier, or null
 */
public record Standing(
        @Nullable String grade,
        @Nullable LocalDate gradeSince,
        String journeyStep,
        @Nullable LocalDate journeySince,
        String audience,
        boolean sme,
        boolean cbec,
        @Nullable String tier,
        @Nullable Long coordinatorId,
        @Nullable String coordinatorZh,
        @Nullable String coordinatorEn,
        @Nullable LocalDate lastContactOn,
        @Nullable String lastStrength,
        @Nullable LocalDate nextContactDue) {}

package org.aeoreach.enterprise.registration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aeoreach.enterprise.grade.CreditGrade;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise to be entered. At least one of the two numbers is needed.
 *
 * @param unitId the unit it is registered with; null for that of the first four digits of the customs code
 * @param tradingPartners economies by code or name; each text may hold several, parted by commas
 * @param despite ids of enterprises with nearly the same name that are known to be others; without them a near name is
 *     refused with those it is near to
 * @param grade its credit grade, with the day since when it has it
 */
public record NewEnterprise(
        @NotBlank @Size(max = 200) String nameZh,
        @Nullable @Size(max = 300) String nameEn,
        @Nullable @Size(max = 40) String uscc,
        @Nullable @Size(max = 40) String customsCode,
        @Nullable Long unitId,
        @Nullable LocalDate registeredSince,
        @Nullable @Size(max = 300) String addressZh,
        @Nullable @Size(max = 300) String addressEn,
        @Nullable @Pattern(regexp = "[A-T]") String sector,
        @Nullable SizeClass sizeClass,
        @Nullable Set<BusinessType> businessTypes,
        @Nullable @Size(max = 250) List<@Size(max = 2000) String> tradingPartners,
        @Nullable CreditGrade grade,
        @Nullable LocalDate gradeSince,
        @Nullable @Email @Size(max = 254) String mailOnFile,
        @Nullable @Size(max = 40) String phoneOnFile,
        @Nullable @Size(max = 100) Set<Long> despite) {}

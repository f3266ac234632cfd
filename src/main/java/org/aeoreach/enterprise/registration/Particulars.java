package org.aeoreach.enterprise.registration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be put right at any time. Name, unit and grade have a day since when, and ways of their own. */
public record Particulars(
        @Nullable @Size(max = 40) String uscc,
        @Nullable @Size(max = 40) String customsCode,
        @Nullable @Size(max = 300) String addressZh,
        @Nullable @Size(max = 300) String addressEn,
        @Nullable @Pattern(regexp = "[A-T]") String sector,
        @Nullable SizeClass sizeClass,
        @Nullable Set<BusinessType> businessTypes,
        @Nullable @Size(max = 250) List<@Size(max = 2000) String> tradingPartners,
        @Nullable @Email @Size(max = 254) String mailOnFile,
        @Nullable @Size(max = 40) String phoneOnFile) {}

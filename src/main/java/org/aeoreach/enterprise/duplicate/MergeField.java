package org.aeoreach.enterprise.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.registration.Economies;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/** What of an enterprise is compared, and can be taken from the one that is merged. Each is a column of the same name. */
public enum MergeField {
    NAME_ZH,
    NAME_EN,
    CUSTOMS_CODE,
    USCC,
    ADDRESS_ZH,
    ADDRESS_EN,
    SECTOR,
    SIZE_CLASS,
    BUSINESS_TYPES,
    TRADING_PARTNERS,
    MAIL_ON_FILE,
    PHONE_ON_FILE,
    GRADE,
    JOURNEY_STEP,
    TIER;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key of its name. */
    public String label() {
        return "duplicate.field." + name();
    }

    /** Its value in the reader's language, or null when there is none. */
    public @Nullable String text(FactsView facts, Page page) {
        var enterprise = facts.enterprise();
        var standing = facts.standing();
        String text =
                switch (this) {
                    case NAME_ZH -> enterprise.nameZh();
                    case NAME_EN -> enterprise.nameEn();
                    case CUSTOMS_CODE -> enterprise.customsCode();
                    case USCC -> facts.uscc();
                    case ADDRESS_ZH -> facts.addressZh();
                    case ADDRESS_EN -> facts.addressEn();
                    case SECTOR -> sector(page, facts.sector());
                    case SIZE_CLASS -> worded(page, "enterprise.size.", facts.sizeClass());
                    case BUSINESS_TYPES -> joined(page, facts.businessTypes());
                    case TRADING_PARTNERS -> Economies.names(facts.tradingPartners(), page.language());
                    case MAIL_ON_FILE -> enterprise.mailOnFile();
                    case PHONE_ON_FILE -> enterprise.phoneOnFile();
                    case GRADE -> worded(page, "enterprise.grade.", standing.grade());
                    case JOURNEY_STEP -> worded(page, "enterprise.step.", standing.journeyStep());
                    case TIER -> worded(page, "portfolio.tier.", standing.tier());
                };
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String worded(Page page, String before, @Nullable String code) {
        return code == null ? null : page.t(before + code);
    }

    private static @Nullable String sector(Page page, @Nullable String section) {
        return section == null ? null : section + " " + page.t("enterprise.sector." + section);
    }

    private static String joined(Page page, List<String> types) {
        return types.stream()
                .map(type -> page.t("enterprise.business." + type))
                .collect(Collectors.joining(page.t("enterprise.list-separator")));
    }
}

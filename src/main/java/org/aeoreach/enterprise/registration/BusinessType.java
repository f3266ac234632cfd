package org.aeoreach.enterprise.registration;

/** What an enterprise does as customs sees it; one may be several. */
public enum BusinessType {
    CONSIGNEE_CONSIGNOR,
    CUSTOMS_BROKER,
    MANUFACTURER,
    CBEC_PLATFORM,
    CBEC_OPERATOR,
    CBEC_LOGISTICS,
    BONDED_ZONE,
    FOOD_AGRICULTURE,
    EXPRESS_OPERATOR
}

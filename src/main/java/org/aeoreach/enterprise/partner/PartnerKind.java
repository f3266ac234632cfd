package org.aeoreach.enterprise.partner;

/** What a partner organisation is. */
public enum PartnerKind {
    CHAMBER,
    GOVERNMENT,
    FOREIGN_CUSTOMS,
    ACADEMIA,
    TRAINING_PROVIDER
}

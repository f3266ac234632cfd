package org.aeoreach.enterprise.contact;

/** By what right customs keeps a person; the kinds of Article 13 of the Personal Information Protection Law that apply here. */
public enum LegalBasis {
    CONSENT,
    STATUTORY_DUTY,
    PUBLISHED
}

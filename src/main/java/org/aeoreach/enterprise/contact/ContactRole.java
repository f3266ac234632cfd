package org.aeoreach.enterprise.contact;

/** What somebody does where he works. */
public enum ContactRole {
    CUSTOMS_MANAGER,
    LEGAL_REPRESENTATIVE,
    COMPLIANCE,
    LOGISTICS,
    FINANCE,
    SECURITY,
    OTHER
}

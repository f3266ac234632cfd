package org.aeoreach.enterprise.registration;

/** Size of an enterprise by the national classes; all but the largest count as small and medium ones. */
public enum SizeClass {
    LARGE,
    MEDIUM,
    SMALL,
    MICRO
}

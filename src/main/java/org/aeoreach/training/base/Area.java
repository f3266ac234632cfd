package org.aeoreach.training.base;

/** What a base has a place for; the five of Guangzhou's base of 2024. */
public enum Area {
    DISPLAY,
    TEACHING,
    MOCK_VALIDATION,
    OBSERVATION,
    COOPERATION
}

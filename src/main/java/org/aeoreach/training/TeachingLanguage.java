package org.aeoreach.training;

/** What a course is held in or a trainer speaks; by the codes of ISO 639-1. */
public enum TeachingLanguage {
    ZH,
    EN,
    FR,
    RU,
    ES,
    AR,
    JA,
    KO
}

package org.aeoreach.enterprise.grade;

/** All grades since 1 December 2014; which exist on a day is in the table {@code credit_grade}. */
public enum CreditGrade {
    /** 高级认证企业, advanced certified. */
    ACE,
    /** 认证企业, certified; since 1 April 2026 (Order 282). */
    CE,
    /** 一般认证企业, generally certified; abolished on 1 November 2021 (Order 251). */
    GCE,
    /** 一般信用企业, general credit; until 31 October 2021. */
    GENERAL,
    /** 常规企业, regular. */
    REGULAR,
    /** 失信企业, discredited. */
    DISCREDITED,
    /** 严重失信企业, seriously discredited; since 1 April 2026 (Order 282). */
    SERIOUSLY_DISCREDITED;

    /** Whether it makes an AEO by the rules of today. */
    public boolean aeo() {
        return this == ACE || this == CE;
    }
}

/**
 * Credit grades over time: what an enterprise was graded, under which rules, and who was an AEO on which day.
 *
 * <p>Rule sets and their grades are data with validity ({@code credit_rule_set}, {@code credit_grade}): every question
 * is answered by the definition of the day it is about, and the count of AEOs over the years tells where the definition
 * changed. The grade in force stands with the enterprise, what is over in {@code enterprise_former_grade}.
 */
@NullMarked
package org.aeoreach.enterprise.grade;

import org.jspecify.annotations.NullMarked;

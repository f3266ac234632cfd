/**
 * Courses: what is taught, for whom, how long, in which languages, resting on which documents of the library; their
 * materials; and the questions of the short check before and after.
 *
 * <p>A course is a draft, open or retired. Drafts are for the unit and those above it; what is open or retired everybody
 * signed in reads, since sessions of any unit may be of it. A question is never reworded: what is saved is a new edition
 * of its number, and answers name the edition ({@link org.aeoreach.training.course.CheckQuestionView#id}), so that a gain
 * is measured on one wording. Sessions take a course by its number and must keep the editions they began with. This
 * package must not know sessions.
 */
@NullMarked
package org.aeoreach.training.course;

import org.jspecify.annotations.NullMarked;

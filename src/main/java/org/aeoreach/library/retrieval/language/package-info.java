/**
 * How texts and questions become terms, the same way on both sides.
 *
 * <p>A text is folded (wide characters narrow, capitals small, traditional characters simplified) letter by letter, so
 * that every term knows its place, and cut by script and not by language: Chinese into overlapping pairs and into
 * words, Latin words into stems, numbers into one way of writing. Numbers of orders and announcements become a term of
 * their own in whatever way they are cited. Nothing here knows an index or a database.
 */
@NullMarked
package org.aeoreach.library.retrieval.language;

import org.jspecify.annotations.NullMarked;

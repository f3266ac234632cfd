/**
 * Where officers work on enquiries: the queue, the board, the page of one, who has it, what belongs together, notes and
 * drafts.
 *
 * <p>It owns who of a unit has an enquiry in hand, its priority, topic and tags, internal notes, drafts, merging,
 * splitting and linking. What goes to the asker is written in {@code enquiry.answer}; clocks and the way between levels
 * are those of {@code enquiry.clock} and {@code enquiry.passing}. Notes are the author's unit's alone and travel nowhere.
 */
@NullMarked
package org.aeoreach.enquiry.desk;

import org.jspecify.annotations.NullMarked;

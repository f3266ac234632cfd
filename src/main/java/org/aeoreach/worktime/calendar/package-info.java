/**
 * The days of a year as the State Council announces them: reading, changing, pasting, pages and REST.
 *
 * <p>Only days are kept that are not what their weekday makes them, and statutory holidays at weekends. Everybody reads
 * them; the General Administration changes them, and every change is in the audit with what was there before.
 */
@NullMarked
package org.aeoreach.worktime.calendar;

import org.jspecify.annotations.NullMarked;

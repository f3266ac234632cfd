/**
 * Days and ranges of days in forms.
 *
 * <p>The fields are the browser's own date fields: keyboard, language and calendar come with them, without JavaScript.
 * {@code picker.js} only adds the weekday and fills in the days of a period. Days are days in Shanghai.
 *
 * <p>Use: {@code DateRange.parse(DateRange.Typed.of("created", query))} reads the three parameters {@code created},
 * {@code createdFrom}, {@code createdTo}; {@code RangeField.of(…)} with {@code @template.web.date.range} shows them
 * again as typed. A period such as "this month" is kept by name, so a bookmark means this month in every month.
 */
@NullMarked
package org.aeoreach.web.date;

import org.jspecify.annotations.NullMarked;

/**
 * What waits for a person today, told by the features that know it.
 *
 * <p>A feature makes a bean of {@link org.aeoreach.web.today.TodaySource}; its items appear on the home page of whoever
 * they concern, in the role he acts in. Each item carries a number, and its address opens the list behind that number
 * and nothing else. The words are the messages of the item's key and of the key with {@code .why}. This package must
 * not know any feature.
 */
@NullMarked
package org.aeoreach.web.today;

import org.jspecify.annotations.NullMarked;

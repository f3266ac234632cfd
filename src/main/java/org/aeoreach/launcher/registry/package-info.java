/**
 * Makes up enterprises: names, codes, grades and their history, for demonstrations and measurements.
 *
 * <p>The same seed gives the same registry on every machine, and any row can be made without those before it. Nobody real
 * is in it: region digits 88 of a credit code belong to no region, names are characters put together by chance, and
 * weights of districts, sectors and sizes are invented (see {@code reference/sample-weights.csv}). One enterprise in three
 * hundred is entered twice under names that differ a little, for the scan for duplicates to find. What agrees with
 * published figures is said in {@link org.aeoreach.launcher.registry.SampleGrades}. It knows neither the database nor the
 * files its rows go to.
 */
@NullMarked
package org.aeoreach.launcher.registry;

import org.jspecify.annotations.NullMarked;

/**
 * How an organiser closes a session: questions raised, which become enquiries, and the closing report with what is to be
 * followed up.
 *
 * <p>The report is filled from what the data say and completed in words; finished, it keeps its figures and is read only
 * until it is opened again with a reason. What is to be followed up is a task of an officer. This package must not know how
 * enquiries are routed.
 */
@NullMarked
package org.aeoreach.training.closing;

import org.jspecify.annotations.NullMarked;

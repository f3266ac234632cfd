/**
 * Work done in the background, started by a person or by the schedule, once in the whole cluster.
 *
 * <p>A room brings a {@link org.aeoreach.job.JobKind}; {@link org.aeoreach.job.Jobs} starts one in the transaction of
 * the person, {@link org.aeoreach.job.Schedule} says when the clock does. Every node claims what is due and holds it by
 * a lease, so the job of a killed node is taken over: a job may run twice in part and must be repeatable. A person's job
 * runs under the scope he has at that moment; a scheduled one as the jobs role. This room must not know what any kind
 * does.
 */
@NullMarked
package org.aeoreach.job;

import org.jspecify.annotations.NullMarked;

/**
 * The ground every room stands on: clock, configuration, the request being served, messages in both languages,
 * problems, and the job runner.
 *
 * <p>It offers small values and services without any domain in them. It must not know who a viewer is, what a unit
 * is, or that pages exist.
 */
@NullMarked
package org.aeoreach.platform;

import org.jspecify.annotations.NullMarked;

/**
 * What happened to one record, from every room that knows something of it.
 *
 * <p>A room contributes by a bean of {@link org.aeoreach.web.timeline.TimelineSource}; {@link
 * org.aeoreach.web.timeline.Timelines} puts the entries of all sources in order, the newest first, and cuts pages by
 * keyset. Each source shows only what the viewer may see; row-level security decides.
 *
 * <p>Use: {@code timelines.of(new Subject("unit", "17"), paging)} and {@code @template.web.timeline.timeline(page,
 * timeline, href)}.
 */
@NullMarked
package org.aeoreach.web.timeline;

import org.jspecify.annotations.NullMarked;

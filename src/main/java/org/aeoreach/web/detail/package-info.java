/**
 * The head of a page about one record: how it stands, what is to be done next and by when, and its tabs.
 *
 * <p>Every such page begins with {@code @template.web.detail.header(page, header)} and, when it has more than one part,
 * {@code @template.web.detail.tabs(page, tabs)}. Tabs are links to addresses of their own: each can be sent to a
 * colleague, and only the part that is shown is read from the database. What happened to the record is {@code
 * web.timeline}. This package knows no record.
 */
@NullMarked
package org.aeoreach.web.detail;

import org.jspecify.annotations.NullMarked;

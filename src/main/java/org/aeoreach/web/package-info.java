/**
 * How HTTP comes in and pages and JSON go out.
 *
 * <p>It owns the first filter every request meets, the {@link org.aeoreach.web.Access} declaration and its
 * enforcement, rate limits, idempotency, problems as JSON and as pages, paging, ETags, the page layout and the assets.
 * It must not know any feature: features bring resources and templates, and this room serves them.
 */
@NullMarked
package org.aeoreach.web;

import org.jspecify.annotations.NullMarked;

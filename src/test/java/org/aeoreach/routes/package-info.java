/**
 * The table of routes, generated from {@link org.aeoreach.web.Access}, and the test that holds the running server
 * against it.
 *
 * <p>Every route needs a {@link org.aeoreach.routes.Samples sample}: a request that would succeed for somebody who may
 * make it. From the table alone follows what becomes of it when somebody else makes it; a refusal must leave every
 * row of the database as it was. A new route without a sample fails the build.
 *
 * <p>Beside it stands the test that an enterprise is nothing to those the rules keep from it: {@link
 * org.aeoreach.routes.Way} says for each route how that is tried, and a route without a way fails the build.
 */
@NullMarked
package org.aeoreach.routes;

import org.jspecify.annotations.NullMarked;

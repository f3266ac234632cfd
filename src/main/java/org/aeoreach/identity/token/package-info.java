/**
 * Personal access tokens: how programs call the REST API in the name of a person, in one of his own roles.
 *
 * <p>A token is 256 random bits shown once; the database keeps its SHA-256. It opens {@code /api/v1} and nothing else,
 * only reads unless it was made to write, and ends with its last day, its revocation, the role it acts in or the
 * suspension of its owner. What it does is recorded with its number and name. A token never makes tokens. This package
 * must not know how people sign in to pages.
 */
@NullMarked
package org.aeoreach.identity.token;

import org.jspecify.annotations.NullMarked;

/** Tests of the background jobs, most of them on the real database and without a server. */
@org.jspecify.annotations.NullMarked
package org.aeoreach.job;

/**
 * Enterprises as far as people act for them: who uses the enterprise's account with which rights, who represents it,
 * and how its first user gets in.
 *
 * <p>An enterprise belongs to the house it is registered with, and that house (with all above it) sees its users,
 * representatives and claims and may end them with a reason. It offers the enterprise's own pages under
 * {@code /portal/my} and the house's under {@code /desk/enterprises}. Addresses of people are proved by links that
 * work once. It must not know what the rights are used for: asking, training, surveys and assessments lie above.
 */
@NullMarked
package org.aeoreach.enterprise;

import org.jspecify.annotations.NullMarked;

/**
 * What is known of an enterprise, for reading: its particulars, where it stands on the way to AEO, what it was called
 * and where it was registered before.
 *
 * <p>It offers {@link org.aeoreach.enterprise.registry.Facts} and the frame every page about one enterprise begins
 * with: {@link org.aeoreach.enterprise.registry.EnterpriseFrames}, whose tabs other packages add theirs to. Changing any
 * of it is {@code enterprise.registration}, {@code grade}, {@code journey} and so on.
 */
@NullMarked
package org.aeoreach.enterprise.registry;

import org.jspecify.annotations.NullMarked;

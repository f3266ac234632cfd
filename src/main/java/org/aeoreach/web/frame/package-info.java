/**
 * The frame around every page: where one can go, how pages are shown, which keys there are.
 *
 * <p>It owns the navigation of both faces and the choices of a browser (theme, keys). A new room adds one line to
 * {@link org.aeoreach.web.frame.Navigation} and one message. It must not know what stands on the pages it leads to.
 */
@NullMarked
package org.aeoreach.web.frame;

import org.jspecify.annotations.NullMarked;

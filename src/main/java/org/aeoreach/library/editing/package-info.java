/**
 * How documents are written and changed at a desk.
 *
 * <p>An editor works on a {@link org.aeoreach.library.editing.DraftView draft} beside the published document, Chinese and
 * English side by side; a second person publishes it, at once or at a set time, which {@link
 * org.aeoreach.library.editing.PublishDue} keeps. Policies and interpretations are the General Administration's;
 * districts write guides and answers of their own. A language that was not changed with the other falls behind, unless
 * the editor says that it needs no change. What a draft names is found by the library's search. Who keeps a document is
 * changed by the General Administration. This package must not know who reads.
 */
@NullMarked
package org.aeoreach.library.editing;

import org.jspecify.annotations.NullMarked;

/**
 * How names and what people type for them become terms.
 *
 * <p>Text is folded (wide characters, capitals, traditional characters), cut into symbols (a Chinese character or a run
 * of letters and digits) and indexed by pairs of neighbours, so that any part of a name from two characters on is a
 * short phrase. Chinese is also indexed by the pinyin of its characters and by their initials. What is typed becomes a
 * list of {@link org.aeoreach.search.text.Tiers tiers}, the surest first. This package knows no index and no database.
 */
@NullMarked
package org.aeoreach.search.text;

import org.jspecify.annotations.NullMarked;

/**
 * Finding what the library says: its texts as an index, questions as queries, and answers with the passage that counts.
 *
 * <p>A document is indexed once for each language it has, by pairs of characters and by words whose scores are added.
 * A question is asked of the texts in its own language, and through the glossary of documents that have none in it.
 * The index gives the candidates; what the law of the day says about them moves them afterwards, which is also where
 * the candidates of another way of finding would be joined in. Nothing here knows the database or a page; the index
 * itself is kept, fed and repaired by {@link org.aeoreach.search}.
 */
@NullMarked
package org.aeoreach.library.retrieval;

import org.jspecify.annotations.NullMarked;

/**
 * Reads a directory of documents as {@code content/README.md} describes it: plain Java, no database, no server.
 *
 * <p>{@link org.aeoreach.library.content.ContentFolder#read} gives the documents and every fault with file, line and
 * message key; a document with a fault is not among the documents. {@link org.aeoreach.library.content.CheckContent} is
 * the command {@code check-content} of the executable jar, found through the service loader, since the launcher and the
 * rooms do not know each other. {@link org.aeoreach.library.content.ContentText} also parses what an editor types, so
 * that files and forms follow one format. This package must not know where documents are kept or shown.
 */
@NullMarked
package org.aeoreach.library.content;

import org.jspecify.annotations.NullMarked;

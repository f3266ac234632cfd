/**
 * What runs in the process that reads the words of a file: plain Java and a library for PDF, no server, no database.
 */
@NullMarked
package org.aeoreach.library.attachment.words;

import org.jspecify.annotations.NullMarked;

/**
 * The library: what customs publishes for enterprises to read, as it stands on any day.
 *
 * <p>It owns documents with their texts in two languages, their sections, versions, topics and the links between them,
 * and shows them on the portal and over REST. Everybody may read what is published; nothing else lies in its tables.
 * Documents are named by their code, which never changes: {@link org.aeoreach.library.DocumentAddress} makes addresses
 * of it. Sub-packages: {@code content} reads files, {@code take} takes documents in, {@code editing}
 * writes them at a desk, {@code feedback} and {@code follow} hear and tell their readers. This room must not know how
 * documents are searched, asked about or taught.
 */
@NullMarked
package org.aeoreach.library;

import org.jspecify.annotations.NullMarked;

package org.aeoreach.library;

import java.time.Instant;

/**
 * A state in which a document was published.
 *
 * @param origin {@code FILE} came with the program, {@code IMPORT} from another system, {@code DESK} from an editor
 * @param note what the editor said about the change
 */
public record DocumentVersion(int version, Instant publishedAt, String origin, String note) {}

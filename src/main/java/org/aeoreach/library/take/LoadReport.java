package org.aeoreach.library.take;

import java.time.Instant;
import java.util.List;
import org.aeoreach.library.content.ContentFault;
import org.jspecify.annotations.Nullable;

/**
 * What became of the files when they were taken in last.
 *
 * @param at null when they never were
 * @param documents how many were read without fault
 * @param faults of those that were left out
 * @param edited documents of files that an editor changed since, so that files no longer change them
 * @param newer those of them whose file says something newer
 * @param olderAt when a node last came with older files, which were left alone; null when none did since
 * @param olderFrom when those had been taken in
 */
public record LoadReport(
        @Nullable Instant at,
        int documents,
        List<ContentFault> faults,
        long edited,
        long newer,
        @Nullable Instant olderAt,
        @Nullable Instant olderFrom) {}

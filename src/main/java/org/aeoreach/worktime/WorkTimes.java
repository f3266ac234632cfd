package org.aeoreach.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The working time of each unit. Days and hours are kept in memory and read again every few seconds, so that a change is
 * known on all nodes within that time.
 */
@ApplicationScoped
public class WorkTimes {

    private static final long KEPT_NANOS = 3_000_000_000L;

    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Kept kept;

    @Inject
    private WorkTables tables;

    private record Kept(WorkTable table, long at) {

        boolean fresh() {
            return System.nanoTime() - at < KEPT_NANOS;
        }
    }

    /** @param orgPath of the unit, see {@code unit.org_path} */
    public WorkTime of(String orgPath) {
        return table().of(orgPath);
    }

    /** The same as the transaction under way sees it; for pages that show what was changed just before. */
    public WorkTime changed(String orgPath) {
        return tables.now(Optional.empty()).of(orgPath);
    }

    /** The same as if the unit had these hours from that day on; empty for those of the unit above. */
    public WorkTime supposing(long unitId, String orgPath, LocalDate from, Optional<Hours> hours) {
        return tables.now(Optional.of(new WorkTable.Entry(unitId, orgPath, from, hours)))
                .of(orgPath);
    }

    private WorkTable table() {
        Kept now = kept;
        if (now != null && now.fresh()) {
            return now.table();
        }
        // Whoever comes while another reads takes what was there, except for the first.
        if (now != null && !reading.tryLock()) {
            return now.table();
        }
        if (now == null) {
            reading.lock();
        }
        try {
            Kept read = kept;
            if (read == null || !read.fresh()) {
                long before = System.nanoTime();
                read = new Kept(tables.committed(), before);
                kept = read;
            }
            return read.table();
        } finally {
            reading.unlock();
        }
    }
}

package org.aeoreach.enterprise.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for a transfer, as far as the viewer may know it.
 *
 * @param code as it was typed
 * @param unitId the unit that would receive the enterprise
 * @param askerZh who asked
 * @param answer why it was refused, or null
 * @param enterpriseId the enterprise when the viewer sees it, else null
 * @param giverZh its unit of registration when the viewer sees it
 * @param side what the viewer may do: {@code ASKED} withdraw, {@code GIVES} accept or refuse, {@code BOTH}
 */
public record TransferRequestView(
        long id,
        String code,
        Status status,
        String reason,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        @Nullable String askerZh,
        @Nullable String askerEn,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        @Nullable Long enterpriseId,
        @Nullable String enterpriseZh,
        @Nullable String enterpriseEn,
        @Nullable String giverZh,
        @Nullable String giverEn,
        Side side,
        long version) {

    /** How it stands. MERGED: the enterprise was merged into one for which another request is open. */
    public enum Status {
        OPEN,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        MERGED
    }

    /** On which side of it the viewer is. */
    public enum Side {
        ASKED,
        GIVES,
        BOTH;

        boolean gives() {
            return this != ASKED;
        }

        boolean asked() {
            return this != GIVES;
        }
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    /** Whether the viewer's unit may accept or refuse it. */
    public boolean decidable() {
        return open() && side.gives();
    }

    /** Whether the viewer's unit may take it back. */
    public boolean withdrawable() {
        return open() && side.asked();
    }
}

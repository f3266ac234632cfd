package org.aeoreach.training.presence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A whole list of participants. */
public record PresenceRows(
        @NotEmpty @Size(max = PresenceRows.MOST) List<@Valid PresenceRow> participants) {

    static final int MOST = 20_000;
}

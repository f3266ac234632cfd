package org.aeoreach.training.checkin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** All a device has to tell, in the order it happened. */
public record CheckInBatch(
        @NotEmpty @Size(max = CheckInBatch.MOST) List<@Valid CheckIn> checkIns) {

    static final int MOST = 200;
}

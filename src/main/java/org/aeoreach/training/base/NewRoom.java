package org.aeoreach.training.base;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A room as it is entered or changed.
 *
 * @param roomZh its name within its base
 * @param roomCapacity people; null: without limit, which only an online room can be
 * @param roomLink where an online room is found, https
 * @param roomApproval whether other units get it only when its own approves
 */
public record NewRoom(
        @NotBlank @Size(max = 100) String roomZh,
        @Nullable @Size(max = 200) String roomEn,
        boolean roomOnline,
        @Nullable @Min(1) @Max(100_000) Integer roomCapacity,
        @Nullable @Size(max = 500) String roomLink,
        @Size(max = 9) Set<@NotNull Equipment> equipment,
        boolean roomApproval) {

    public NewRoom {
        equipment = Objects.requireNonNullElse(equipment, Set.of());
    }
}

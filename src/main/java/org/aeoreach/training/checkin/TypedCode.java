package org.aeoreach.training.checkin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The code shown in the room, as somebody typed it. */
public record TypedCode(@NotBlank @Size(max = 20) String roomCode) {

    String digits() {
        return roomCode.replaceAll("[^0-9]", "");
    }
}

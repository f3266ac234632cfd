package org.aeoreach.importing.cell;

import java.util.List;

/**
 * Why a row was refused.
 *
 * @param reason end of the message key {@code <feature>.reason.<reason>}, else {@code importing.reason.<reason>}
 * @param arguments for its pattern; the column name of a field stands for what people call it
 */
public record Refusal(String reason, List<String> arguments) {

    public static Refusal of(String reason, String... arguments) {
        return new Refusal(reason, List.of(arguments));
    }
}

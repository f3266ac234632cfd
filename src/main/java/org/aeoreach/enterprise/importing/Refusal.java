package org.aeoreach.enterprise.importing;

import java.util.List;

/**
 * Why a row was refused.
 *
 * @param reason end of the message key {@code enterpriseimport.reason.<reason>}
 * @param arguments for its pattern; the column name of a field stands for what people call it
 */
record Refusal(String reason, List<String> arguments) {

    static final String KEYS = "enterpriseimport.reason.";

    static Refusal of(String reason, String... arguments) {
        return new Refusal(reason, List.of(arguments));
    }
}

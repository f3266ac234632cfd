package org.aeoreach.audit;

import jakarta.json.JsonObject;
import org.aeoreach.platform.JsonText;

/**
 * How long one chain was at a moment, and its newest hash then.
 *
 * @param hash in hexadecimal; empty for an empty chain
 */
record ChainHead(int chain, long length, String hash) {

    JsonObject json() {
        return JsonText.JSON
                .createObjectBuilder()
                .add("chain", chain)
                .add("length", length)
                .add("head", hash)
                .build();
    }

    static ChainHead of(JsonObject json) {
        return new ChainHead(json.getInt("chain"), json.getJsonNumber("length").longValue(), json.getString("head"));
    }
}

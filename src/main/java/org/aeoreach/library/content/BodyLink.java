package org.aeoreach.library.content;

/**
 * A link to a document: {@code doc:<id>} or {@code doc:<id>#anchor}.
 *
 * @param anchor empty when it is to the document as a whole
 */
record BodyLink(int line, String id, String anchor) {
    static final String SCHEME = "doc:";

    static BodyLink of(int line, String address) {
        String target = address.substring(SCHEME.length());
        int hash = target.indexOf('#');
        return hash < 0
                ? new BodyLink(line, target, "")
                : new BodyLink(line, target.substring(0, hash), target.substring(hash + 1));
    }
}

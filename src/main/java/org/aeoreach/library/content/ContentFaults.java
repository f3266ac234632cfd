package org.aeoreach.library.content;

import java.util.List;

/** What is wrong with a text that is typed rather than read from a file; the same rules hold. */
public final class ContentFaults {

    private ContentFaults() {}

    /** Lines counted from 1; without a file. */
    public static List<ContentFault> of(String markdown) {
        return Body.of(markdown).faults().stream()
                .map(fault -> new ContentFault("", fault.line(), fault.key(), fault.arguments()))
                .toList();
    }

    /** The documents a text links to. */
    public static List<String> linked(String markdown) {
        return Body.of(markdown).links().stream().map(BodyLink::id).distinct().toList();
    }
}

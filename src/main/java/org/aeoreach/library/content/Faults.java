package org.aeoreach.library.content;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file. */
final class Faults {
    private final String file;
    private final List<ContentFault> all;

    private Faults(String file, List<ContentFault> all) {
        this.file = file;
        this.all = all;
    }

    Faults(String file) {
        this(file, new ArrayList<>());
    }

    void add(int line, String key, String... arguments) {
        all.add(new ContentFault(file, line, key, List.of(arguments)));
    }

    List<ContentFault> all() {
        return all;
    }
}

package org.aeoreach.search;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An index of names, as tests fill it. */
final class Named {

    private Named() {}

    static KindIndex create(Path directory) {
        return KindIndex.create(directory, Documents.ORDER);
    }

    static KindIndex open(Path directory) {
        return KindIndex.open(directory, Documents.ORDER);
    }

    static void add(KindIndex index, Entry... entries) {
        Arrays.stream(entries).forEach(entry -> index.add(List.of(Documents.of(entry))));
    }
}

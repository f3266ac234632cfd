package org.aeoreach.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A size of window and whether the reader prefers dark colours. */
record Screen(String name, int width, int height, boolean dark) {
    static final Screen DESKTOP = new Screen("desktop", 1280, 800, false);
    static final Screen PHONE = new Screen("phone", 390, 844, false);

    /** Dark ones only if the product has dark colours. */
    static List<Screen> all() {
        List<Screen> all = new ArrayList<>(List.of(DESKTOP, PHONE));
        if (css().contains("prefers-color-scheme")) {
            all.add(new Screen("dark", 1280, 800, true));
        }
        return all;
    }

    private static String css() {
        try {
            return Files.readString(Path.of("src/main/resources/assets/reach.css"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

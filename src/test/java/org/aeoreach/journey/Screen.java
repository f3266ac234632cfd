package org.aeoreach.journey;

import java.util.List;

/** A size of window and whether the reader prefers dark colours. */
record Screen(String name, int width, int height, boolean dark) {
    static final Screen DESKTOP = new Screen("desktop", 1280, 800, false);
    static final Screen PHONE = new Screen("phone", 390, 844, false);

    /** Wide and narrow, light and dark. */
    static List<Screen> all() {
        return List.of(
                DESKTOP, new Screen("desktop-dark", 1280, 800, true), PHONE, new Screen("phone-dark", 390, 844, true));
    }
}

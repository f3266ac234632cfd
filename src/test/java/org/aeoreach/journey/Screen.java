package org.aeoreach.journey;

import java.util.List;

/** A size of window and whether the reader prefers dark colours. */
record Screen(String name, int width, int height, boolean dark) {
    static final Screen DESKTOP = new Screen("desktop", 1280, 800, false);
    static final Screen PHONE = new Screen("phone", 390, 844, false);

    private static final Screen DESKTOP_DARK = new Screen("desktop-dark", 1280, 800, true);
    private static final Screen PHONE_DARK = new Screen("phone-dark", 390, 844, true);

    /** Both languages together see every page wide and narrow, light and dark. */
    static List<Screen> of(String language) {
        return language.equals("zh") ? List.of(DESKTOP, PHONE_DARK) : List.of(DESKTOP_DARK, PHONE);
    }
}

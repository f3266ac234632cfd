package org.aeoreach.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How this browser wants pages shown, from cookies that hold nothing personal.
 *
 * @param theme {@code light}, {@code dark}, or {@code auto} to follow the system
 * @param keys whether single keys are shortcuts (WCAG 2.1.4 wants them to be switched off)
 * @param toast message key of what is said once, or null
 */
public record Preferences(
        String theme, boolean keys, @Nullable String toast) {

    public static final String THEME_COOKIE = "aeo_theme";
    public static final String KEYS_COOKIE = "aeo_keys";

    /** The themes to choose from. */
    public static final List<String> THEMES = List.of("light", "dark", "auto");

    static final Preferences NONE = new Preferences("auto", true, null);

    private static final ThreadLocal<Preferences> CURRENT = ThreadLocal.withInitial(() -> NONE);

    static Preferences current() {
        return CURRENT.get();
    }

    static void begin(HttpServletRequest request) {
        Map<String, String> cookies = new HashMap<>();
        for (Cookie cookie : request.getCookies() == null ? new Cookie[0] : request.getCookies()) {
            cookies.putIfAbsent(cookie.getName(), cookie.getValue());
        }
        CURRENT.set(new Preferences(
                theme(cookies.get(THEME_COOKIE)),
                !"off".equals(cookies.get(KEYS_COOKIE)),
                Toasts.key(cookies.get(Toasts.COOKIE))));
    }

    /** The value of {@code data-bs-theme}; null leaves the choice to the system's preference. */
    public @Nullable String fixedTheme() {
        return theme.equals("auto") ? null : theme;
    }

    static void end() {
        CURRENT.remove();
    }

    /** A theme there is; {@code auto} for any other text. */
    public static String theme(@Nullable String wanted) {
        return wanted != null && THEMES.contains(wanted) ? wanted : "auto";
    }
}

package org.aeoreach.enterprise.duplicate.likeness;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise by its names.
 *
 * @param path of its unit
 */
public record Named(
        long id, String path, NameKey zh, @Nullable NameKey en) {

    public static Named of(long id, String path, String nameZh, @Nullable String nameEn) {
        return new Named(id, path, NameKey.zh(nameZh), NameKey.en(nameEn));
    }

    /** Which of its names is like that of another, and how; the Chinese one counts first. */
    public @Nullable Reason like(Named other) {
        Likeness chinese = Likeness.of(zh, other.zh);
        if (chinese == Likeness.SAME) {
            return Reason.NAME;
        }
        Likeness english = Likeness.of(en, other.en);
        if (english == Likeness.SAME) {
            return Reason.NAME_EN;
        }
        if (chinese == Likeness.NEAR) {
            return Reason.NEAR;
        }
        return english == Likeness.NEAR ? Reason.NEAR_EN : null;
    }

    /** Why two are suspected to be one, the strongest first. */
    public enum Reason {
        NAME,
        NAME_EN,
        NEAR,
        NEAR_EN
    }
}

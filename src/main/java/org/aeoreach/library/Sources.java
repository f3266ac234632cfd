package org.aeoreach.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source as it is written: Chinese, then {@code " / "} and English. */
public final class Sources {
    private static final String BETWEEN = " / ";
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~&&[^<>\"]]*[!-~&&[^<>\"().,;]]");

    private Sources() {}

    public static String zh(String source) {
        int between = source.indexOf(BETWEEN);
        return words(between < 0 ? source : source.substring(0, between));
    }

    public static String en(String source) {
        int between = source.indexOf(BETWEEN);
        return words(between < 0 ? source : source.substring(between + BETWEEN.length()));
    }

    /** Where it can be read on the web; empty when it names no address. */
    public static Optional<String> address(String source) {
        Matcher address = ADDRESS.matcher(source);
        return address.find() ? Optional.of(address.group()) : Optional.empty();
    }

    /** Without its address, unless that is all there is. */
    private static String words(String half) {
        String words = ADDRESS.matcher(half).replaceAll("").strip();
        return words.isEmpty() ? half : words;
    }
}

package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The words of customs and trade that come with the program, in both languages. */
public final class Vocabulary {

    private Vocabulary() {}

    public static Glossary glossary() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.txt")) {
            return Glossary.read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

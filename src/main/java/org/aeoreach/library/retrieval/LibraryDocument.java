package org.aeoreach.library.retrieval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the library as it is found.
 *
 * @param id of the record
 * @param key by which people and links name it
 * @param texts one for each language it has
 */
public record LibraryDocument(long id, String key, Facts facts, List<LibraryText> texts) {

    /**
     * What is the same in all languages.
     *
     * @param keeper the unit that keeps it, for whose area it holds
     * @param issuer code of the unit
     * @param number such as 2026 No. 34, or empty
     * @param effective first day in force; null when not known
     * @param repealed first day no longer in force; null when in force or not known
     */
    public record Facts(
            Keeper keeper,
            String kind,
            List<String> audience,
            List<String> tracks,
            List<String> topics,
            String issuer,
            String number,
            @Nullable LocalDate published,
            @Nullable LocalDate effective,
            @Nullable LocalDate repealed) {}

    /**
     * A unit.
     *
     * @param code its four digits
     * @param path see {@code unit.org_path}
     */
    public record Keeper(String code, String path) {

        /** Of what holds for the whole country. */
        public static final Keeper EVERYWHERE = new Keeper("0000", "0000.");

        boolean isEverywhere() {
            return path.equals(EVERYWHERE.path());
        }
    }

    boolean speaks(String language) {
        return texts.stream().anyMatch(text -> text.language().equals(language));
    }
}

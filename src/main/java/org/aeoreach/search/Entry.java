package org.aeoreach.search;

import java.util.List;

/**
 * A record as it is found.
 *
 * @param path of the unit it belongs to; those of this unit and above it find it
 * @param reach who else finds it
 * @param rank the lower, the further in front among hits of the same quality; ties go by id
 * @param codes found whole or by their beginning
 * @param names in force, in any language: found by any part, by pinyin and its initials, by the beginnings of words
 * @param formerNames found like names, behind these
 * @param texts found by any part, behind names, however long
 * @param marks words of the record's kind a search may ask for, see {@link Search}
 */
public record Entry(
        long id,
        String path,
        Reach reach,
        long rank,
        List<String> codes,
        List<String> names,
        List<String> formerNames,
        List<String> texts,
        List<String> marks) {

    /** One without texts and marks. */
    public Entry(
            long id,
            String path,
            Reach reach,
            long rank,
            List<String> codes,
            List<String> names,
            List<String> formerNames) {
        this(id, path, reach, rank, codes, names, formerNames, List.of(), List.of());
    }
}

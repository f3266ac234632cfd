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
 */
public record Entry(
        long id,
        String path,
        Reach reach,
        long rank,
        List<String> codes,
        List<String> names,
        List<String> formerNames) {}

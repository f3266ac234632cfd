package org.aeoreach.web;

import java.time.LocalDate;

/** A place in a list that is sorted by a day and, within it, by id; its text is the key of a {@link Slice}. */
public record DayPlace(LocalDate day, long id) {

    @Override
    public String toString() {
        return day + "/" + id;
    }
}

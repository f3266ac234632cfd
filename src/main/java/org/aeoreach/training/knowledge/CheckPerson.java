package org.aeoreach.training.knowledge;

import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** How somebody did: right answers and questions, before and after, null where he did not give it. */
public record CheckPerson(
        long id,
        String name,
        @Nullable Long beforeCorrect,
        @Nullable Long beforeAsked,
        @Nullable Long afterCorrect,
        @Nullable Long afterAsked) {

    static CheckPerson of(Rows.Row row) {
        return new CheckPerson(
                row.id(0), row.text(1), row.idOrNull(2), row.idOrNull(3), row.idOrNull(4), row.idOrNull(5));
    }
}

package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Asks all other rooms what they find. */
@ApplicationScoped
class Elsewhere {

    @Inject
    @Any
    private Instance<FoundElsewhere> rooms;

    /** What each room finds, at most so many, the best first; rooms that find nothing are left out. */
    List<Also> find(String words, int limit) {
        return words.isBlank()
                ? List.of()
                : rooms.stream()
                        .map(room -> also(room, words.strip(), limit))
                        .filter(found -> !found.lines().isEmpty())
                        .toList();
    }

    private static Also also(FoundElsewhere room, String words, int limit) {
        List<FoundElsewhere.Line> found = room.find(words, limit + 1);
        return new Also(
                room.kind(),
                room.titleKey(),
                found.stream().limit(limit).toList(),
                found.size() > limit,
                room.list(words));
    }
}

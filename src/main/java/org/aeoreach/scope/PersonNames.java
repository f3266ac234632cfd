package org.aeoreach.scope;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names for the account ids that rooms below the one of people keep. The room of people implements it. */
public interface PersonNames {

    /** A person, as far as the viewer may see him. */
    record Person(
            long id, String login, String nameZh, @Nullable String nameEn) {}

    /** Those of the ids whose persons the viewer may see. */
    Map<Long, Person> of(Collection<@Nullable Long> ids);

    /** The id of a login, if the viewer may see that person. */
    Optional<Long> idOf(String login);
}

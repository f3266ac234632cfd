package org.aeoreach.enterprise.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room that keeps something of contact persons; all beans of this type are asked when somebody wants to know what is
 * kept of him. A room that keeps his name elsewhere than in the contact person takes it out by a trigger when {@code
 * contact_person.erased_at} is set: the nightly retention erases without anybody signed in.
 */
public interface PersonalDataSource {

    /** Message key of what it keeps; sections are in the order of their keys. */
    String section();

    /** Message key that says what becomes of it when the person is erased. */
    String whenErased();

    /** What it keeps of the person, as far as the viewer may see it; nothing is cut off. */
    List<Entry> of(Person person);

    /** Whose data are wanted. @param mail his address, or null */
    record Person(
            long id, @Nullable Long enterpriseId, @Nullable String mail) {}

    /** One record: names of its fields, in the reader's language, and what stands in them. */
    record Entry(Map<String, String> fields) {

        /** Fields without a value are left out. @param pairs name and value in turn */
        public static Entry of(@Nullable String... pairs) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                String name = pairs[i];
                String value = pairs[i + 1];
                if (name != null && value != null && !value.isEmpty()) {
                    fields.put(name, value);
                }
            }
            return new Entry(fields);
        }
    }
}

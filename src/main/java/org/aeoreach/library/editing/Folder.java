package org.aeoreach.library.editing;

import java.time.Instant;
import java.util.List;
import org.aeoreach.library.DocumentVersion;
import org.aeoreach.library.DocumentView;
import org.jspecify.annotations.Nullable;

/**
 * A published document as its editors see it.
 *
 * @param id of its row, for addresses at the desk
 * @param orgPath of the unit that keeps it
 * @param units who keeps it and who issued it
 * @param mayEdit whether the viewer's unit keeps it and his role writes
 * @param newerFile whether a file that came with the program says something newer than an editor wrote
 * @param imported who took its texts over from another system and when, the last one first
 * @param origins what it was made of, as far as the viewer may know
 */
public record Folder(
        long id,
        String orgPath,
        Units units,
        DocumentView document,
        List<DocumentVersion> versions,
        @Nullable DraftView draft,
        boolean mayEdit,
        boolean newerFile,
        List<Imported> imported,
        List<Provenance.Origin> origins) {

    /** Names in the viewer's language. @param issuer null when nobody is said to have issued it */
    public record Units(String keeper, @Nullable String issuer) {}

    /** A text that was taken over. @param by his name, null when he is outside of the viewer's range */
    public record Imported(
            String language, Instant at, @Nullable String by) {}
}

package org.aeoreach.campaign.arrival;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a document has come in a unit.
 *
 * @param code of the document in the library
 * @param title in the reader's language; its code when he may not read it
 * @param campaigns that promote it and have enterprises in scope in the unit
 * @param parts of the unit, what has arrived least first; only those with enterprises in scope
 */
public record Arrival(String code, String title, List<Promotion> campaigns, List<Cell> parts) {

    /** A campaign that promotes it. */
    public record Promotion(
            long id,
            String titleZh,
            @Nullable String titleEn,
            String status,
            LocalDate startsOn,
            LocalDate endsOn,
            Share share) {}

    /** Of all campaigns; an enterprise in two of them counts twice. */
    public Share total() {
        return campaigns.stream().map(Promotion::share).reduce(Share.NONE, Share::plus);
    }

    /** How far it has come in a part, if anybody is in scope there. */
    public Optional<Cell> in(String code, boolean itself) {
        return parts.stream()
                .filter(part -> part.part().code().equals(code) && part.itself() == itself)
                .findFirst();
    }
}

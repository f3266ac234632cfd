package org.aeoreach.training.conference;

import java.util.Map;
import org.aeoreach.training.offer.OfferView;
import org.jspecify.annotations.Nullable;

/**
 * A programme as everybody reads it, and as a delegate does who chooses.
 *
 * @param home address of the delegate's own page of it, or null for who only reads
 * @param chosen what he is in break-outs, by their numbers
 */
public record OpenProgramme(
        OfferView offer, Programme programme, @Nullable String home, Map<Long, Choices.Chosen> chosen) {

    /** Address of the page of his registration, or null for who only reads. */
    public @Nullable String registration() {
        return home == null ? null : home.substring(0, home.lastIndexOf('/'));
    }

    /** What he is in this one, or null. */
    public Choices.@Nullable Chosen chosen(PartView part) {
        return chosen.get(part.id());
    }
}

package org.aeoreach.training.checkin;

import org.aeoreach.training.offer.OfferView;
import org.aeoreach.web.QrCode;

/**
 * The ticket of somebody who holds a seat.
 *
 * @param number of the registration
 * @param code to be read at the door; opens nothing
 */
public record Pass(String name, String number, String code, OfferView offer) {

    public QrCode picture() {
        return QrCode.of(code);
    }

    /** In groups of five, to be read aloud or typed. */
    public String spaced() {
        StringBuilder spaced = new StringBuilder(code);
        for (int i = code.length() - 5; i > 0; i -= 5) {
            spaced.insert(i, ' ');
        }
        return spaced.toString();
    }
}

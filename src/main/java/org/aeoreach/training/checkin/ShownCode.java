package org.aeoreach.training.checkin;

import org.aeoreach.web.QrCode;

/**
 * What is shown in the room.
 *
 * @param code six digits
 * @param seconds until the next one is shown
 * @param address of the page on which it is entered
 */
public record ShownCode(String code, int seconds, String address) {

    public QrCode picture() {
        return QrCode.of(address);
    }

    /** In two groups of three. */
    public String spaced() {
        return code.substring(0, 3) + " " + code.substring(3);
    }
}

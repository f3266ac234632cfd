package org.aeoreach.training.checkin;

import java.time.Instant;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a device at the door knows: no address and no ticket, only what a ticket can be recognised by.
 *
 * @param registration null for somebody who came unannounced
 * @param employer his enterprise or organisation, in the reader's language
 * @param code the first 16 digits of the SHA-256 of the code of his ticket
 * @param attendance null as long as he is not there
 */
public record HallPerson(
        @Nullable Long registration,
        @Nullable String number,
        String name,
        @Nullable String employer,
        @Nullable String code,
        @Nullable RegistrationStatus status,
        @Nullable Long attendance,
        @Nullable Instant since,
        @Nullable Instant left) {

    static HallPerson of(Rows.Row row, Language language) {
        String zh = row.textOrNull(3);
        String status = row.textOrNull(6);
        return new HallPerson(
                row.idOrNull(0),
                row.textOrNull(1),
                row.text(2),
                zh == null ? null : language.pick(zh, row.textOrNull(4)),
                row.textOrNull(5),
                status == null ? null : RegistrationStatus.valueOf(status),
                row.idOrNull(7),
                row.instantOrNull(8),
                row.instantOrNull(9));
    }
}

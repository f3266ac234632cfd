package org.aeoreach.training.observation;

import java.time.Instant;
import org.aeoreach.training.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to observe, as its organiser sees him.
 *
 * @param edition the newest edition of the statement he accepted, or null
 * @param firstAt when he first entered, or null
 * @param entries how often he did
 * @param bound whether he can enter on one device only
 */
public record Observer(
        long registration,
        String number,
        String name,
        String mail,
        RegistrationStatus status,
        @Nullable Integer edition,
        @Nullable Instant acceptedAt,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        int entries,
        boolean bound) {}

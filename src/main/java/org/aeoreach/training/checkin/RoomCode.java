package org.aeoreach.training.checkin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aeoreach.platform.Digests;

/** Six digits for each minute, made from the secret of a session; known only to who is in the room now. */
final class RoomCode {

    static final int SECONDS = 60;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    RoomCode(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The code shown at that moment. */
    String at(Instant moment) {
        return of(moment.getEpochSecond() / SECONDS);
    }

    /** Whether it is the one shown at that moment or a minute before. */
    boolean holds(String typed, Instant moment) {
        long minute = moment.getEpochSecond() / SECONDS;
        return same(typed, of(minute)) || same(typed, of(minute - 1));
    }

    private static boolean same(String typed, String code) {
        return MessageDigest.isEqual(Digests.sha256(typed), Digests.sha256(code));
    }

    private String of(long minute) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            ByteBuffer digest = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(minute).array()));
            // 63 bits, so that each of a million codes is as likely as any other.
            return "%06d".formatted((digest.getLong() & Long.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}

package org.aeoreach.identity.attempt;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Digests;

/**
 * What an attempt counts against. Names are hashed: somebody may type his password where his login belongs.
 *
 * @param own counts of one person, where few failures are allowed
 * @param shared counts of many people behind one address
 */
public record Subject(List<String> own, List<String> shared) {

    /** Somebody at an unknown browser: his account, and the address he comes from. */
    public static Subject stranger(String login, String address) {
        return new Subject(List.of("account:" + digest(login)), List.of("address:" + address));
    }

    /** Somebody at a browser he has signed in with before: nobody else's failures count there. */
    public static Subject knownDevice(Token device) {
        return new Subject(List.of("device:" + digest(device.text())), List.of());
    }

    /** Codes of the second factor of this account, whoever types them. */
    public static Subject secondFactor(long account) {
        return new Subject(List.of("factor:" + account), List.of());
    }

    /** The password a signed-in person is asked for again. */
    public static Subject confirmation(long account) {
        return new Subject(List.of("confirm:" + account), List.of());
    }

    /** The code for the first administrator. */
    public static Subject setup(String address) {
        return new Subject(List.of("setup:" + address), List.of());
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Digests.sha256(text.toLowerCase(Locale.ROOT)));
    }
}

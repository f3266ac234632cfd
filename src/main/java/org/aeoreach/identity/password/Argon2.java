package org.aeoreach.identity.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 19 (RFC 9106), in PHC string format.
 *
 * @param memory KiB
 * @param passes over the memory
 * @param lanes computed in parallel
 */
record Argon2(int memory, int passes, int lanes) {

    /** OWASP's least: 19 MiB, two passes; about 40 ms on one core. */
    static final Argon2 STANDARD = new Argon2(19_456, 2, 1);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{16,128})");

    String hash(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(compute(password, salt, HASH));
    }

    /** @throws IllegalArgumentException when the text is no hash of ours */
    static boolean matches(String phc, String password) {
        Matcher parts = parse(phc);
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(expected, of(parts).compute(password, salt, expected.length));
    }

    /** Whether the hash was made by these parameters. */
    boolean made(String phc) {
        return equals(of(parse(phc)));
    }

    private static Argon2 of(Matcher parts) {
        return new Argon2(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static Matcher parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a password hash of ours");
        }
        return parts;
    }

    /** The same password typed in full width or composed otherwise is the same password. */
    private byte[] compute(String password, byte[] salt, int length) {
        byte[] text = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(text, hash);
        return hash;
    }
}

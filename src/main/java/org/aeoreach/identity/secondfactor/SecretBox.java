package org.aeoreach.identity.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Digests;

/**
 * Encrypts the secrets of second factors (AES-256-GCM). The first byte names the way, so that another can follow; the
 * account is bound in, so that a secret cannot be moved to another one.
 */
@ApplicationScoped
class SecretBox {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte AES_GCM = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;

    @Inject
    SecretBox(Configuration configuration) {
        this(configuration.text("aeo.secret.key", ""));
    }

    SecretBox(String secret) {
        key = Digests.sha256("aeo second factor " + secret);
    }

    /** CDI's proxy needs it. */
    SecretBox() {
        key = new byte[0];
    }

    byte[] close(long account, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(AES_GCM)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was closed by another key or for another account */
    byte[] open(long account, byte[] box) {
        ByteBuffer parts = ByteBuffer.wrap(box);
        if (parts.get() != AES_GCM) {
            throw new IllegalStateException("closed in a way this version does not know");
        }
        byte[] nonce = new byte[NONCE];
        parts.get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return run(Cipher.DECRYPT_MODE, account, nonce, sealed);
    }

    private byte[] run(int mode, long account, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(account).array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key for second factors (AEO_SECRET_KEY) is not the one used before", e);
        }
    }
}

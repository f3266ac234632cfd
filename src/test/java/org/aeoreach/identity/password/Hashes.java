package org.aeoreach.identity.password;

/** Hashes for tests that put passwords into the database. */
public final class Hashes {
    private Hashes() {}

    public static String of(String password) {
        return new Argon2(64, 1, 1).hash(password);
    }
}

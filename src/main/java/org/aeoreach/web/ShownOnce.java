package org.aeoreach.web;

/** An answer with a secret in it, of which no copy may be kept, not even to repeat it for an Idempotency-Key. */
public interface ShownOnce {

    /** The answer as it may be kept and repeated. */
    Object withoutSecret();
}

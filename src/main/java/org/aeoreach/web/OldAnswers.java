package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Answers to an Idempotency-Key are repeated for a day. */
@ApplicationScoped
class OldAnswers implements Expiring {

    @Override
    public String table() {
        return "idempotency_record";
    }

    @Override
    public String over() {
        return "created_at < now() - interval '24 hours'";
    }
}

package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that failed for good. No mail goes to one until an officer lifts that; a person with another address is
 * written to at once, since it is the address that failed. Callers show what is known of an address only to who sees it.
 */
@ApplicationScoped
public class Failures {

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    Failures() {}

    @Inject
    Failures(Bound bound) {
        this.bound = bound;
    }

    /**
     * A mail of ours came back: it counts as given up, and where that is for good its address as failed.
     *
     * @param messageId as it stood in its header, with angle brackets
     * @return the number of the mail; empty when it is none of ours
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Long> bounced(String messageId, String reason, boolean forGood) {
        return Rows.one(
                        bound.query(
                                "select mail_bounced(?, ?, cast(? as boolean))",
                                messageId,
                                Delivery.oneLine(reason),
                                Boolean.toString(forGood)),
                        row -> Optional.ofNullable(row.idOrNull(0)))
                .flatMap(found -> found);
    }

    /** What bars mail to those addresses, by the address in small letters. */
    @Transactional
    public Map<String, MailFailure> of(Collection<String> addresses) {
        Map<String, MailFailure> failing = new HashMap<>();
        if (!addresses.isEmpty()) {
            Rows.list(
                            bound.query(
                                    "select address, cause, reason, at from mail_blocks_of(string_to_array(?, ' '))",
                                    String.join(" ", addresses)),
                            row -> row)
                    .forEach(row -> failing.put(
                            row.text(0),
                            new MailFailure(MailFailure.Cause.valueOf(row.text(1)), row.text(2), row.instant(3))));
        }
        return failing;
    }

    /** What bars mail to the address, or null. */
    @Transactional
    public @Nullable MailFailure of(@Nullable String address) {
        return address == null ? null : of(List.of(address)).get(address.toLowerCase(Locale.ROOT));
    }

    /** Lets mail go there again; the caller has made sure that the viewer may change the record the address stands in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lift(String address) {
        return (Boolean) bound.query("select mail_block_end(?)", address).getSingleResult();
    }
}

package org.aeoreach.training.registration;

import java.nio.ByteBuffer;
import org.aeoreach.enterprise.LinkToken;
import org.jspecify.annotations.Nullable;

/**
 * What opens the pages of somebody's part in a session: a secret link, or the registration that is the viewer's own.
 *
 * @param link null where he is signed in
 * @param registration number of his own registration; 0 behind a link
 * @param home address below which the pages lie
 * @param back where they lead back to
 */
public record AttendeeKey(@Nullable LinkToken link, long registration, String home, String back) {

    /** Where the pages of registrations lie for who is signed in. */
    public static final String MINE = "/portal/my/trainings/";

    public static AttendeeKey of(LinkToken link) {
        String home = Tickets.PATH + link.text();
        return new AttendeeKey(link, 0, home, home + "/after");
    }

    /** Opens what is personal only where it is the viewer's own. An officer sees his beside the session. */
    public static AttendeeKey of(RegistrationView seen) {
        String home = MINE + seen.id();
        boolean desk = seen.enterprise() == null;
        return new AttendeeKey(null, seen.id(), home, desk ? "/desk/trainings/" + seen.session() + "/self" : home);
    }

    /** As functions of the database take it: the hash of the link, or the eight bytes of the number. */
    public byte[] bytes() {
        return link == null
                ? ByteBuffer.allocate(Long.BYTES).putLong(registration).array()
                : link.hash();
    }
}

package org.aeoreach.training.registration;

import java.util.Optional;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Language;

/** What who is in is invited to by his letters. */
public interface TicketInvitation {

    /** @param words what stands before the address, @param path of the page */
    record Invited(String words, String path) {

        /** To nothing: the lines are left out. */
        public static final Invited NOWHERE = new Invited("", "");
    }

    /** Nothing where there is nothing he can do now. */
    Optional<Invited> of(LinkToken token, Language language);
}

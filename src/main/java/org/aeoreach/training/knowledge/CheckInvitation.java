package org.aeoreach.training.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.TicketInvitation;

/** Leads to the check before the session as long as it is open. */
@ApplicationScoped
class CheckInvitation implements TicketInvitation {

    @Inject
    private Checks checks;

    @Inject
    private Messages messages;

    @Override
    @Transactional
    public Optional<Invited> of(LinkToken token, Language language) {
        AttendeeKey key = AttendeeKey.of(token);
        return checks.find(key)
                .filter(CheckState::beforeOpen)
                .map(state -> new Invited(
                        messages.text(language, "knowledge.letter.before", state.questions()), key.home() + "/check"));
    }
}

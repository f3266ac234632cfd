package org.aeoreach.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Whoever answers for mail hears that none leaves. */
@ApplicationScoped
class MailHeldBack implements TodaySource {

    private static final String PAGE = "/desk/mail/control";

    @Inject
    private MailControl control;

    @Override
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.SYSTEM_ADMINISTRATOR && viewer.role() != Role.UNIT_ADMINISTRATOR) {
            return List.of();
        }
        MailState state = control.state();
        List<TodayItem> items = new ArrayList<>();
        if (state.reason() != null) {
            items.add(TodayItem.of("mail.today.stopped", TodayItem.Urgency.NOW, 1, PAGE)
                    .with(state.reason()));
        }
        state.pauses().stream()
                .limit(1)
                .forEach(pause -> items.add(TodayItem.of("mail.today.paused", TodayItem.Urgency.NOW, 1, PAGE)
                        .with(pause.reason())));
        return items;
    }
}

package org.aeoreach.identity.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.Accounts;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Reminds people of a password that has to be changed soon. */
@ApplicationScoped
class PasswordAge implements TodaySource {

    private static final int DAYS = 14;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    @Override
    public List<TodayItem> waitingFor(Viewer viewer) {
        Account account = accounts.get(viewer.accountId());
        Instant end = passwords.expires(account.kind(), account.passwordSetAt());
        if (end == null || end.isAfter(clock.instant().plus(DAYS, ChronoUnit.DAYS))) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(end, Time.ZONE);
        return List.of(TodayItem.of("identity.today.password", TodayItem.Urgency.SOON, 1, "/me/password")
                .by(day));
    }
}

package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;

/** Starts what is due, and goes on with mailings whose letters have left. */
@ApplicationScoped
public class StartMailings implements Tick {

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    StartMailings() {}

    @Inject
    StartMailings(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        database.list("select campaign_mailings_queue(?)", row -> row.id(0), WriteLetters.ROOM);
    }
}

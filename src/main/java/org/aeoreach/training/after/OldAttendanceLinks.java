package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Expiring;

/** Secret links of people who came unannounced that open nothing any more. */
@ApplicationScoped
class OldAttendanceLinks implements Expiring {

    @Override
    public String table() {
        return "training_attendance_link";
    }

    @Override
    public String over() {
        return "expires_at < now()";
    }
}

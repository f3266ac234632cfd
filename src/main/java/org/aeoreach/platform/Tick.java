package org.aeoreach.platform;

import java.time.Duration;

/**
 * Something every node does again and again, such as looking for mail to send. The {@link Ticker} finds all beans of
 * this type. What must happen once in the cluster is claimed in the database, not decided here.
 */
public interface Tick {

    /** The pause between the end of one run and the beginning of the next. */
    Duration pause();

    /** One run; a failure is logged and does not end the series. */
    void run() throws Exception;
}

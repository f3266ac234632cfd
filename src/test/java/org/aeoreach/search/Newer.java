package org.aeoreach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The same records, read in a way that older indexes do not know; waits where it is told to. */
final class Newer implements Indexed {
    private final Stock stock = new Stock();
    private final CountDownLatch reading;
    private final CountDownLatch goOn;

    Newer() {
        this(new CountDownLatch(0), new CountDownLatch(0));
    }

    Newer(CountDownLatch reading, CountDownLatch goOn) {
        this.reading = reading;
        this.goOn = goOn;
    }

    @Override
    public String kind() {
        return stock.kind();
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String bounds() {
        return stock.bounds();
    }

    @Override
    public String rows() {
        return stock.rows();
    }

    @Override
    public Entry entry(org.aeoreach.platform.Rows.Row row) {
        reading.countDown();
        try {
            assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return stock.entry(row);
    }
}

package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.aeoreach.mail.inbound.InboundRows.Taker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In which order mail is taken in. */
@Tag("db")
class SideBySideTest {

    private Mailbox mailbox;

    @BeforeEach
    void begin() throws Exception {
        InboundRows.clear();
        mailbox = InboundRows.mailbox();
    }

    @AfterEach
    void clear() throws Exception {
        InboundRows.clear();
    }

    private void arrive(String who, int number, String words) {
        String raw = "Message-ID: <" + number + "@firm.test>\r\nFrom: " + who + "@firm.test\r\n\r\n" + words;
        InboundRows.arrive(mailbox, number + 1, raw.getBytes(StandardCharsets.UTF_8));
    }

    /** Who waits for somebody else's mail to be taken in waits in vain, unless that goes on beside. */
    @Test
    void takesMailOfOneSenderInItsOrderAndOfOthersBeside() throws Exception {
        for (int i = 0; i < 6; i++) {
            arrive("a", i, "words " + i);
        }
        arrive("b", 6, "words of another");
        CountDownLatch other = new CountDownLatch(1);
        List<String> ofOne = new CopyOnWriteArrayList<>();
        Taker one = new Taker() {
            @Override
            public void take(InboundMail mail) {
                if (mail.sender().address().text().startsWith("b")) {
                    other.countDown();
                } else {
                    assertThat(awaited(other)).isTrue();
                    ofOne.add(mail.text());
                }
                super.take(mail);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        InboundRows.chain("one", one, (mail, reason, permanent) -> {}, threads).run();
        threads.shutdown();
        assertThat(ofOne).containsExactly("words 0", "words 1", "words 2", "words 3", "words 4", "words 5");
        assertThat(InboundRows.fates()).hasSize(7).containsOnly("DONE NEW");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox in the transactions of the application's role. */
class OutboxIT {

    private EntityManagerFactory factory;
    private EntityManager em;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        OutboxRows.clear();
        Object source = Proxy.newProxyInstance(
                OutboxIT.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> TestPostgres.running().application());
        factory = Persistence.createEntityManagerFactory(
                "app",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        source,
                        "jakarta.persistence.nonJtaDataSource",
                        source,
                        "eclipselink.weaving",
                        "false"));
        em = factory.createEntityManager();
        outbox = new Outbox(em, new Letters(new Messages(), "https://reach.example"));
    }

    @AfterEach
    void close() throws Exception {
        em.close();
        factory.close();
        OutboxRows.clear();
    }

    @Test
    void keepsALetterExactlyWhenTheTransactionCommits() throws Exception {
        em.getTransaction().begin();
        outbox.send(LettersTest.letter(Language.ZH, Map.of()));
        assertThat(OutboxRows.all()).isEmpty();
        em.getTransaction().rollback();
        assertThat(OutboxRows.all()).isEmpty();

        em.getTransaction().begin();
        outbox.send(LettersTest.letter(Language.EN, Map.of()));
        em.getTransaction().commit();
        OutboxRows.Mail mail = OutboxRows.only();
        assertThat(mail.status()).isEqualTo("WAITING");
        assertThat(mail.messageId()).matches("<[0-9a-f]{32}@reach\\.example>");
    }

    @Test
    void showsNoMailToWhoHasNoScope() throws Exception {
        OutboxRows.add("liang@customs.example");
        em.getTransaction().begin();
        assertThat(em.createNativeQuery("select count(*) from mail").getSingleResult())
                .isEqualTo(0L);
        em.getTransaction().rollback();
    }
}

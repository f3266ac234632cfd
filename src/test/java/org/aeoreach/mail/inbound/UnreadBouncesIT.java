package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.aeoreach.web.today.TodayItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who administers the whole country hears when nobody reads what comes back. */
class UnreadBouncesIT {

    private static final String ADDRESS = "noreply.bounces@customs.test";
    private static final String OTHER = "other.bounces@customs.test";

    private EntityManagerFactory factory;
    private EntityManager em;

    @BeforeEach
    void open() {
        Object source = Proxy.newProxyInstance(
                UnreadBouncesIT.class.getClassLoader(),
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
    }

    @AfterEach
    void close() throws Exception {
        em.close();
        factory.close();
        Rows.change("delete from mailbox where address in (?, ?)", ADDRESS, OTHER);
    }

    /** Of a house of its own: a unit has one mailbox, and others have left theirs. */
    private static void mailbox(String address) throws SQLException {
        InboundRows.mailbox(Units.code(Units.newHouse("5300")), address);
    }

    private List<TodayItem> told(Role role, String path) {
        Viewer viewer =
                new Viewer(-1, "test", "测试", null, role, -1, -1, path, null, null, Viewer.Settings.STANDARD, null);
        em.getTransaction().begin();
        em.createNativeQuery("select set_config('app.lo', ?1, true), set_config('app.hi', ?2, true)")
                .setParameter(1, path)
                .setParameter(2, path.replaceAll("[.]$", "/"))
                .getResultList();
        List<TodayItem> items = new UnreadBounces(em, ADDRESS).waitingFor(viewer);
        em.getTransaction().rollback();
        return items;
    }

    @Test
    void tellsUntilAMailboxThatIsReadHasTheAddress() throws Exception {
        mailbox(OTHER);
        assertThat(told(Role.SYSTEM_ADMINISTRATOR, "0000.")).singleElement().satisfies(item -> assertThat(item.more())
                .containsExactly(ADDRESS));
        assertThat(told(Role.UNIT_ADMINISTRATOR, "0000.5300.")).isEmpty();
        assertThat(told(Role.GACC_OFFICER, "0000.")).isEmpty();
        mailbox(ADDRESS);
        assertThat(told(Role.SYSTEM_ADMINISTRATOR, "0000.")).isEmpty();
        Rows.change("update mailbox set active = false where address = ?", ADDRESS);
        assertThat(told(Role.SYSTEM_ADMINISTRATOR, "0000.")).hasSize(1);
    }
}

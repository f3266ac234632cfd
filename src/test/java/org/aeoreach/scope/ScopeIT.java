package org.aeoreach.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.aeoreach.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs inside the server: what row-level security shows to whom, through the application's own pool. */
class ScopeIT implements ServerTest {

    @Inject
    private CurrentViewer current;

    @Inject
    private ScopedCount count;

    @AfterEach
    void signOut() {
        current.unbind();
    }

    @Test
    void seesNobodyWithoutViewer() {
        assertThat(count.accounts()).isZero();
    }

    @Test
    void seesOwnSubtreeOnly() {
        current.bind(viewer("0000."));
        long all = count.accounts();
        current.bind(viewer("0000.5300."));
        long district = count.accounts();
        current.bind(viewer("0000.5300.5304."));
        long house = count.accounts();
        assertThat(house).isPositive().isLessThan(district);
        assertThat(district).isLessThan(all);
    }

    @Test
    void leavesNoScopeBehindOnTheConnection() {
        for (int i = 0; i < 40; i++) {
            current.bind(viewer("0000."));
            assertThat(count.accounts()).isPositive();
            current.unbind();
            assertThat(count.accounts()).isZero();
        }
    }

    private static Viewer viewer(String path) {
        return new Viewer(
                -1, "test", "测试", null, Role.GACC_OFFICER, -1, -1, path, null, null, Viewer.Settings.STANDARD, null);
    }
}

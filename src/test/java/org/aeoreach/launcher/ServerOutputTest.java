package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerOutputTest {
    private static final String START = "2026-11-21T18:40:01.123Z ERROR jakarta.enterprise.system.core [--] ";
    private final ServerOutput output = new ServerOutput();

    @Test
    void noticesThatTheApplicationWasNotDeployed() {
        output.accept(
                START + "Exception while loading the app : no bean | java.lang.X: y | at a.b | Caused by: z.Z: why"
                        + " | at c.d | ... 3 more");

        assertThat(output.deploymentFailure()).isDone();
        assertThat(output.decisiveError()).contains("z.Z: why");
    }

    @Test
    void knowsAnErrorOfTheDeploymentWithoutItsSentence() {
        output.accept("2026-11-21T10:00:00.000Z ERROR javax.enterprise.system.core [--] JNDI lookup failed for the"
                + " resource: Name: [app]");

        assertThat(output.deploymentFailure()).isDone();
        assertThat(output.decisiveError()).contains("JNDI lookup failed for the resource: Name: [app]");
    }

    @Test
    void takesNoOtherErrorForIt() {
        output.accept(START + "could not send mail");

        assertThat(output.deploymentFailure()).isNotDone();
        assertThat(output.decisiveError()).contains("could not send mail");
    }

    @Test
    void plainOutputIsNoError() {
        output.accept("Exception while loading the app");

        assertThat(output.deploymentFailure()).isNotDone();
        assertThat(output.decisiveError()).isEmpty();
    }

    @Test
    void putsTheReasonIntoASentence() {
        output.accept(
                START + "Exception while loading the app : WELD-1: no bean\\n  at a.B.c\\n -- WELD-1: no bean\\n.");

        assertThat(output.decisiveError()).contains("Exception while loading the app : WELD-1: no bean at a.B.c");
    }
}

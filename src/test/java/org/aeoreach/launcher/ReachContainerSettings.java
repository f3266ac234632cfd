package org.aeoreach.launcher;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing to set: the server under test runs as the launcher starts it. */
public final class ReachContainerSettings implements ContainerConfiguration {
    @Override
    public void validate() {}
}

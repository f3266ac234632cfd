package org.aeoreach.testing;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against the real server, which is started before the first class of this kind and stays for all of its JVM. A class with
 * {@code @RunAsClient} calls it over HTTP; one without runs inside it and may inject beans.
 */
@ExtendWith({ArquillianExtension.class, OneServer.class})
public interface ServerTest {}

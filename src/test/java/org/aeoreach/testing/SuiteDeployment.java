package org.aeoreach.testing;

import java.io.File;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of a test run: the war that was built, with the test classes in it. */
@ArquillianSuiteDeployment
public class SuiteDeployment {
    // What runs only outside brings libraries the server has not; the server's own files are no part of it.
    private static final String OUTSIDE =
            "/(server|META-INF|org/aeoreach/(launcher|rules|routes|journey|faults))(/.*)?|.*\\.xml";

    @Deployment
    public static WebArchive reach() {
        GenericArchive tests = ShrinkWrap.create(GenericArchive.class)
                .as(ExplodedImporter.class)
                .importDirectory(new File("target/test-classes"), Filters.exclude(OUTSIDE))
                .as(GenericArchive.class);
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/aeo-reach.war"))
                .merge(tests, "WEB-INF/classes")
                .addAsLibraries(library(Assertions.class), library(ByteBuddy.class));
    }

    private static File library(Class<?> inside) {
        return new File(
                inside.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}

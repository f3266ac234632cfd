package org.aeoreach.library.take;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.aeoreach.platform.Configuration;

/**
 * Takes the documents that come with the program into the library when it starts, or those of the directory {@code
 * AEO_CONTENT_DIR}. Nothing is read twice while the files stay the same; a document an editor changed stays as it is and
 * is marked; a file that is gone leaves its document alone. A faulty file is left out and told, the others are taken.
 */
@ApplicationScoped
public class OwnContent {
    private static final System.Logger LOG = System.getLogger(OwnContent.class.getName());

    @Inject
    private ContentStore store;

    @Inject
    private Configuration configuration;

    /** Before the first request: readers never see a half-filled library. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        try {
            new ContentLoad(store).load(directory());
        } catch (IOException | URISyntaxException | RuntimeException failed) {
            // What was taken in before can still be read.
            LOG.log(System.Logger.Level.ERROR, "The library's files could not be taken in", failed);
        }
    }

    private Path directory() throws URISyntaxException {
        String own = configuration.text("aeo.content.dir", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        URL packaged = Objects.requireNonNull(OwnContent.class.getResource("/content/topics.yaml"));
        return Objects.requireNonNull(Path.of(packaged.toURI()).getParent());
    }
}

package org.aeoreach.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aeoreach.launcher.registry.SampleRegistry;

/** A made-up registry as a file to be imported: the same for the same number of rows. */
public final class SampleFile {

    private static final long SEED = 1;

    private SampleFile() {}

    /** Written once; a file that is there stays. */
    public static void write(Path file, long rows) throws IOException {
        Path sized = file.resolveSibling(rows + "-" + file.getFileName());
        if (!Files.exists(file) || !Files.exists(sized)) {
            RegistryFile.write(file, new SampleRegistry(rows, SEED, SampleHouses.all()));
            Files.writeString(sized, "");
        }
    }
}

package org.aeoreach.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** The made-up registry as {@code mvn -Pdemo-data} writes it, by the same program. */
public final class GeneratedFile {
    private GeneratedFile() {}

    public static void write(Path file, int rows, long seed) throws IOException {
        RegistryFile.main(new String[] {file.toString(), Integer.toString(rows), Long.toString(seed)});
    }
}

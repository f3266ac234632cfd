package org.aeoreach.launcher;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aeoreach.launcher.registry.SampleEnterprise;
import org.aeoreach.launcher.registry.SampleRegistry;

/**
 * Writes a made-up registry as a CSV file for the import: {@code mvn -Pdemo-data package}. Arguments: the file, how many
 * rows, the seed.
 */
final class RegistryFile {

    static final long SEED = 20_261_122;

    private RegistryFile() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : SampleRegistry.FULL;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : SEED;
        write(file, new SampleRegistry(rows, seed, SampleHouses.all()));
    }

    static void write(Path file, SampleRegistry registry) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", SampleEnterprise.COLUMNS));
            out.newLine();
            for (long i = 0; i < registry.size(); i++) {
                out.write(String.join(",", registry.get(i).cells()));
                out.newLine();
            }
        }
    }
}

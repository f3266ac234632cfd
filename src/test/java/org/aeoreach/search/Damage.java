package org.aeoreach.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What can happen to files. */
enum Damage {
    CUT_OFF,
    DELETED,
    OVERWRITTEN,
    /** One byte in the middle is another one. */
    FLIPPED,
    NO_COMMIT;

    void strike(Path home) throws IOException {
        Path largest = largest(home);
        switch (this) {
            case CUT_OFF -> {
                try (FileChannel file = FileChannel.open(largest, StandardOpenOption.WRITE)) {
                    file.truncate(file.size() / 2);
                }
            }
            case DELETED -> Files.delete(largest);
            case OVERWRITTEN -> Files.write(largest, new byte[64], StandardOpenOption.WRITE);
            case FLIPPED -> {
                byte turned = (byte) (Files.readAllBytes(largest)[(int) (Files.size(largest) / 2)] ^ 1);
                try (FileChannel file = FileChannel.open(largest, StandardOpenOption.WRITE)) {
                    file.write(ByteBuffer.wrap(new byte[] {turned}), file.size() / 2);
                }
            }
            case NO_COMMIT -> {
                for (Path file : files(home, "segments_")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path largest(Path home) throws IOException {
        return files(home, "_").stream()
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
    }

    private static List<Path> files(Path home, String beginning) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}

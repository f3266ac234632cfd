package org.aeoreach.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs initdb, pg_ctl and postgres, unpacked once per version. */
record PostgresBinaries(Path home) {
    private static final Log LOG = new Log(PostgresBinaries.class);
    private static final int ANYBODY_MAY_EXECUTE = 1;

    static PostgresBinaries unpack(Path run) throws IOException {
        PackagedFile archive = PackagedFile.find("postgres-" + Platform.name() + ".txz");
        String name = "postgres-" + archive.version();
        Path home = run.resolve(name);
        if (!Files.isDirectory(home)) {
            LOG.info(Sentence.of("Unpacking PostgreSQL", "正在解压 PostgreSQL"));
            deleteOthers(run);
            Path fresh = run.resolve("unpacking-" + name);
            unpack(archive, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin")
                .resolve(Platform.windows() ? name + ".exe" : name)
                .toString();
    }

    private static void deleteOthers(Path run) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(run)) {
            old = all.filter(each -> each.getFileName().toString().matches("(unpacking-)?postgres-[0-9a-f]+"))
                    .toList();
        }
        for (Path each : old) {
            Trees.delete(each);
        }
    }

    private static void unpack(PackagedFile archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(archive.open());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            Files.createDirectories(target);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("archive entry outside its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean program = (entry.getMode() & ANYBODY_MAY_EXECUTE) != 0;
        if (!Platform.windows()) {
            Files.setPosixFilePermissions(file, rights(program));
        }
    }

    /** Readable for everybody: PostgreSQL may run as another user than the one who unpacks. */
    private static Set<PosixFilePermission> rights(boolean program) {
        Set<PosixFilePermission> rights = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (program) {
            rights.add(PosixFilePermission.OWNER_EXECUTE);
            rights.add(PosixFilePermission.GROUP_EXECUTE);
            rights.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return rights;
    }
}

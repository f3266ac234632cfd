package org.aeoreach.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The directory one instance keeps its state in, locked for as long as the instance lives. */
final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileLock lock;

    private DataDirectory(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            DataDirectory directory = new DataDirectory(root, lock(root));
            // PostgreSQL may run as another user, who passes through these but reads none of the rest.
            directory.create("log", "rwxr-xr-x");
            directory.create("run", "rwxr-xr-x");
            directory.create("secrets", "rwx------");
            return directory;
        } catch (IOException e) {
            throw new StartFailure(
                    ExitCode.DATA_DIRECTORY_UNUSABLE,
                    Sentence.of(
                            "The data directory %s cannot be written by user %s: change its owner or choose another with --data-dir.",
                            "用户 %2$s 无法写入数据目录 %1$s：请更改其所有者，或用 --data-dir 另选目录。", root, System.getProperty("user.name")),
                    e);
        }
    }

    private static FileLock lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("aeo-reach.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new StartFailure(
                    ExitCode.DATA_DIRECTORY_IN_USE,
                    Sentence.of(
                            "Another instance uses the data directory %s: stop it or choose another with --data-dir.",
                            "数据目录 %s 正被另一实例使用：请先停止该实例，或用 --data-dir 另选目录。", root));
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Creates a directory below the root, or corrects the rights of the one that is there. */
    Path create(String name, String rights) throws IOException {
        Path directory = Files.createDirectories(root.resolve(name));
        if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(rights));
        }
        return directory;
    }

    Path root() {
        return root;
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }
}

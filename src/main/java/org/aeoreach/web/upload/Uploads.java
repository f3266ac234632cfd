package org.aeoreach.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Problem;

/** Takes files in: streamed, measured, looked at, and by {@link MalwareScan} too. What is refused or breaks off is deleted. */
@ApplicationScoped
public class Uploads {

    private static final int CHUNK = 64 * 1024;

    @Inject
    private FileStore store;

    @Inject
    private MalwareScan scan;

    /** What is asked of one file. @param field at which it is told what is wrong */
    private record Wanted(String field, FileUse use) {}

    /**
     * The file of a form's field; empty when none was chosen.
     *
     * @throws Problem 400 at the field when it is too large, of another type, not free of malware, or several were sent
     */
    public Optional<Received> part(List<EntityPart> parts, String field, FileUse use) throws IOException {
        List<EntityPart> named = parts.stream()
                .filter(part ->
                        part.getName().equals(field) && part.getFileName().isPresent())
                .toList();
        if (named.size() > 1) {
            throw Problem.invalid(field, "component.upload.one");
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String name = named.get(0).getFileName().orElse("");
        try (InputStream content = named.get(0).getContent()) {
            return receive(content, name, new Wanted(field, use));
        }
    }

    /** A file's name as its sender knows it, to tell him of the file. */
    public static String shown(String name) {
        return FileName.decoded(name);
    }

    /** A content that came in another way than by a form's file field, such as a text pasted. */
    public Received content(byte[] content, String name, FileUse use) throws IOException {
        return content(new ByteArrayInputStream(content), name, use);
    }

    /** A content that is the whole body of a request, streamed. */
    public Received content(InputStream content, String name, FileUse use) throws IOException {
        return receive(content, name, new Wanted("file", use))
                .orElseThrow(() -> Problem.invalid("file", "component.upload.none"));
    }

    private Optional<Received> receive(InputStream content, String name, Wanted wanted) throws IOException {
        Path path = store.newFile();
        boolean taken = false;
        try {
            MessageDigest digest = sha256();
            long bytes;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                bytes = copy(content, out, wanted);
            }
            if (bytes == 0) {
                return Optional.empty();
            }
            FileType type = type(path, wanted);
            scan.pass(path, shown(name), wanted.field());
            taken = true;
            String hash = HexFormat.of().formatHex(digest.digest());
            return Optional.of(new Received(FileName.clean(name, type), type, wanted.use(), bytes, hash, path));
        } finally {
            if (!taken) {
                FileStore.delete(path);
            }
        }
    }

    private static long copy(InputStream content, OutputStream out, Wanted wanted) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
            bytes += n;
            if (bytes > wanted.use().most()) {
                throw Problem.invalid(
                        wanted.field(),
                        "component.upload.too-large",
                        wanted.use().most() >> 10);
            }
            out.write(chunk, 0, n);
        }
        return bytes;
    }

    private static FileType type(Path path, Wanted wanted) throws IOException {
        for (FileType type : wanted.use().types()) {
            if (type.isTypeOf(path)) {
                return type;
            }
        }
        throw Problem.invalid(
                wanted.field(), "component.upload.wrong-type", wanted.use().names());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

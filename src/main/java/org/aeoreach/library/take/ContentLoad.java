package org.aeoreach.library.take;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.ContentFault;
import org.aeoreach.library.content.ContentFolder;
import org.aeoreach.library.content.ContentTopic;
import org.aeoreach.library.content.DocumentStatus;
import org.aeoreach.platform.JsonText;

/** Takes a directory of documents into the library, as far as it says something new. */
final class ContentLoad {
    private static final System.Logger LOG = System.getLogger(ContentLoad.class.getName());

    private static final String OLDER = "These files of the library were taken in before and have given way to others:"
            + " they are left alone. To go back to them on purpose, change any of them, if only a line of README.md";

    private final ContentStore store;

    ContentLoad(ContentStore store) {
        this.store = store;
    }

    /** Takes in what is new in a directory. */
    void load(Path directory) throws IOException {
        String fingerprint = fingerprint(directory);
        store.alone(session -> {
            if (session.fingerprint().filter(fingerprint::equals).isPresent()) {
                session.tellOlder("");
            } else if (session.replaced(fingerprint)) {
                LOG.log(System.Logger.Level.WARNING, OLDER);
                session.tellOlder(fingerprint);
            } else {
                load(ContentFolder.read(directory), fingerprint, session);
            }
        });
    }

    private static void load(ContentFolder folder, String fingerprint, ContentStore.Session session)
            throws SQLException {
        folder.faults().forEach(fault -> LOG.log(System.Logger.Level.WARNING, "Left out of the library: " + fault));
        session.topics(topics(folder.topics()));
        Map<String, ContentStore.Present> present = session.present();
        JsonArrayBuilder taken = JsonText.JSON.createArrayBuilder();
        JsonArrayBuilder newer = JsonText.JSON.createArrayBuilder();
        List<ContentFault> faults = new ArrayList<>(folder.faults());
        int many = 0;
        for (ContentDocument document : folder.documents()) {
            JsonObject json = DocumentJson.of(document);
            ContentStore.Present there = present.get(document.id());
            if (there != null && there.imported()) {
                faults.add(new ContentFault(
                        document.kind().folder() + "/" + document.id() + ".zh.md",
                        0,
                        "content.fault.imported",
                        List.of()));
            } else if (there != null && there.edited()) {
                newer.add(json);
            } else if (readable(document, there != null)
                    && (there == null || !there.digest().equals(json.getString("digest")))) {
                taken.add(json);
                many++;
            }
        }
        JsonArray news = taken.build();
        session.take(news);
        // What an editor published since it was read was left out.
        session.newerFiles(news);
        session.newerFiles(newer.build());
        session.remember(fingerprint, folder.documents().size(), faults(faults));
        if (many > 0) {
            session.audit(many);
        }
    }

    /** A draft has no readers; one that was published before and is archived now stays, as that. */
    private static boolean readable(ContentDocument document, boolean there) {
        return document.status() == DocumentStatus.PUBLISHED || (there && document.status() == DocumentStatus.ARCHIVED);
    }

    private static JsonArray topics(List<ContentTopic> topics) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (int i = 0; i < topics.size(); i++) {
            ContentTopic topic = topics.get(i);
            all.add(JsonText.JSON
                    .createObjectBuilder()
                    .add("code", topic.code())
                    .add("position", i)
                    .add("zh", topic.zh())
                    .add("en", topic.en()));
        }
        return all.build();
    }

    private static JsonArray faults(List<ContentFault> faults) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (ContentFault fault : faults) {
            all.add(JsonText.JSON
                    .createObjectBuilder()
                    .add("file", fault.file())
                    .add("line", fault.line())
                    .add("key", fault.key())
                    .add("arguments", JsonText.JSON.createArrayBuilder(fault.arguments())));
        }
        return all.build();
    }

    private static String fingerprint(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.update(directory.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                all.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

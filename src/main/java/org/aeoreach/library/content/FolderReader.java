package org.aeoreach.library.content;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads all files of a directory, then what they say of each other. */
final class FolderReader {
    private static final Set<String> BESIDE = Set.of(Topics.FILE, "README.md");
    private static final String FILE_NAME = "[^.]+\\.(zh|en)\\.md";

    private final Path directory;
    private final List<Faults> faults = new ArrayList<>();
    private final Map<String, Pair> pairs = new TreeMap<>();
    private final Map<String, ContentDocument> documents = new TreeMap<>();

    FolderReader(Path directory) {
        this.directory = directory;
    }

    ContentFolder read() throws IOException {
        List<ContentTopic> topics = Topics.read(directory, told(Topics.FILE));
        for (Path entry : list(directory)) {
            readEntry(entry);
        }
        Set<String> codes = topics.stream().map(ContentTopic::code).collect(toUnmodifiableSet());
        pairs.values().forEach(pair -> pair.document(codes).ifPresent(read -> documents.put(read.id(), read)));
        pairs.forEach((id, pair) -> new Links(pairs).check(pair));
        List<ContentFault> all = faults.stream()
                .flatMap(of -> of.all().stream())
                .sorted(Comparator.comparing(ContentFault::file).thenComparing(ContentFault::line))
                .toList();
        Set<String> faulty = all.stream().map(ContentFault::file).collect(toUnmodifiableSet());
        return new ContentFolder(
                topics,
                documents.values().stream()
                        .filter(read -> !pair(read.id()).isAny(faulty))
                        .toList(),
                all);
    }

    private Pair pair(String id) {
        return Optional.ofNullable(pairs.get(id)).orElseThrow();
    }

    Faults told(String file) {
        Faults of = new Faults(file);
        faults.add(of);
        return of;
    }

    private void readEntry(Path entry) throws IOException {
        String name = name(entry);
        Optional<DocumentKind> kind = DocumentKind.ofFolder(name);
        if (Files.isDirectory(entry) && kind.isPresent()) {
            for (Path file : list(entry)) {
                readFile(file, kind.get());
            }
        } else if (Files.isDirectory(entry) || !BESIDE.contains(name)) {
            told(name).add(0, "content.fault.unknown-file");
        }
    }

    private void readFile(Path file, DocumentKind kind) {
        String name = kind.folder() + "/" + name(file);
        if (!Files.isRegularFile(file) || !name(file).matches(FILE_NAME)) {
            told(name).add(0, "content.fault.unknown-file");
            return;
        }
        TextFile read = TextFile.read(file, name);
        faults.add(read.faults());
        pairs.computeIfAbsent(read.id(), id -> new Pair(kind)).take(read, kind);
    }

    private static String name(Path path) {
        // A directory inside an archive ends in a slash.
        return String.valueOf(path.getFileName()).replace("/", "");
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}

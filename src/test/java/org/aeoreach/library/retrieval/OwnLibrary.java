package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.ContentFolder;
import org.aeoreach.library.content.ContentText;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The documents that come with the program, in indexes in memory. */
final class OwnLibrary {

    static final Retrieval RETRIEVAL = new Retrieval(Vocabulary.glossary());

    private static final List<ContentDocument> DOCUMENTS =
            ContentFolder.read(Path.of("content")).documents();

    private OwnLibrary() {}

    static List<ContentDocument> documents() {
        return DOCUMENTS;
    }

    /** @param languages of the texts that are taken in */
    static IndexSearcher index(Predicate<String> languages) {
        return index(indexed(languages));
    }

    /** As they are indexed. @param languages of the texts that are taken in */
    static List<LibraryDocument> indexed(Predicate<String> languages) {
        return DOCUMENTS.stream()
                .map(document -> of(DOCUMENTS.indexOf(document) + 1, document, languages))
                .toList();
    }

    static IndexSearcher index(List<LibraryDocument> documents) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (LibraryDocument document : documents) {
                writer.addDocuments(RETRIEVAL.documents(document));
            }
            writer.commit();
            return new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LibraryDocument of(long id, ContentDocument document, Predicate<String> languages) {
        var facts = new LibraryDocument.Facts(
                LibraryDocument.Keeper.EVERYWHERE,
                document.kind().name(),
                document.audience().stream().map(Enum::name).toList(),
                document.tracks().stream().map(Enum::name).toList(),
                document.topics(),
                Objects.requireNonNullElse(document.issuer(), ""),
                Objects.requireNonNullElse(document.number(), ""),
                document.published(),
                document.effective(),
                document.repealed());
        List<LibraryText> texts = document.texts().stream()
                .filter(text -> languages.test(text.language()))
                .map(OwnLibrary::text)
                .toList();
        return new LibraryDocument(id, document.id(), facts, texts);
    }

    private static LibraryText text(ContentText text) {
        return new LibraryText(
                text.language(),
                text.title(),
                text.summary(),
                text.sections().stream()
                        .map(section -> new LibraryText.Section(section.anchor(), section.heading(), section.plain()))
                        .toList());
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(OwnLibrary.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.aeoreach.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.search.text.Tiers;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index of one kind in one directory. One of names is sorted by rank, so that a search ends as soon as it has enough
 * hits of a tier. Whatever goes wrong with its files comes out as {@link DamagedIndex}.
 */
final class KindIndex implements Closeable {

    private static final System.Logger LOG = System.getLogger(KindIndex.class.getName());
    private static final int BUFFER_MEGABYTES = 32;
    private static final String UNREADABLE = "cannot search the index";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile List<FileLength> committed = List.of();

    /** A file of the last commit. */
    private record FileLength(String name, long bytes) {}

    /** Opens what is there, and reads all of it once to see that it is whole. */
    static KindIndex open(Path path, @Nullable Sort order) {
        return guarded("open", () -> {
            Directory directory = FSDirectory.open(path);
            try {
                if (!DirectoryReader.indexExists(directory)) {
                    throw new DamagedIndex("there is no index in " + path);
                }
                return new KindIndex(directory, IndexWriterConfig.OpenMode.APPEND, order);
            } catch (IOException | RuntimeException failed) {
                directory.close();
                throw failed;
            }
        });
    }

    /**
     * A new one; it is only there for a later start once it is committed. What is added goes to disk in pieces, which
     * are left apart until {@link #join}: whoever waits for the names need not wait for that.
     */
    static KindIndex create(Path path, @Nullable Sort order) {
        KindIndex made = guarded(
                "create", () -> new KindIndex(FSDirectory.open(path), IndexWriterConfig.OpenMode.CREATE, order));
        made.writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        return made;
    }

    /** From now on pieces are joined to larger ones, beside, which makes searches a little faster. */
    void join() {
        guarded("join", () -> {
            writer.getConfig().setMergePolicy(new TieredMergePolicy());
            writer.maybeMerge();
            return true;
        });
    }

    private KindIndex(Directory directory, IndexWriterConfig.OpenMode mode, @Nullable Sort order) throws IOException {
        this.directory = directory;
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(mode)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
        if (order != null) {
            config.setIndexSort(order);
        }
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        config.setMergeScheduler(merges);
        writer = new IndexWriter(directory, config);
        try {
            searchers = new SearcherManager(writer, null);
            checkContent();
            rememberFiles();
        } catch (IOException | RuntimeException failed) {
            writer.rollback();
            throw failed;
        }
    }

    /** Reads everything. @throws DamagedIndex when it is not what was written */
    void checkContent() {
        guarded("check", () -> {
            IndexSearcher searcher = searchers.acquire();
            try {
                for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                    leaf.reader().checkIntegrity();
                }
            } finally {
                searchers.release(searcher);
            }
            return true;
        });
    }

    private void rememberFiles() throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            List<FileLength> files = new ArrayList<>();
            for (String name : SegmentInfos.readLatestCommit(directory).files(true)) {
                files.add(new FileLength(name, directory.fileLength(name)));
            }
            committed = List.copyOf(files);
        }
    }

    /** @throws DamagedIndex when a file of the last commit is gone or has another length */
    void checkFiles() {
        guarded("check", () -> {
            for (FileLength file : committed) {
                if (directory.fileLength(file.name()) != file.bytes()) {
                    throw new DamagedIndex(file.name() + " is not as long as it was");
                }
            }
            return true;
        });
    }

    Position position() {
        return guarded(
                "read",
                () -> Position.of(SegmentInfos.readLatestCommit(directory).getUserData()));
    }

    /** Leaves out a record that no index can hold, such as one with a word of 32 KiB. Safe for several threads. */
    void add(List<Document> record) {
        guarded("write", () -> {
            try {
                return writer.addDocuments(record);
            } catch (IllegalArgumentException impossible) {
                LOG.log(System.Logger.Level.WARNING, "The search index leaves out " + id(record), impossible);
                return -1L;
            }
        });
    }

    private static String id(List<Document> record) {
        return record.stream()
                .map(document -> document.getField(Source.ID_POINT))
                .map(field -> "the record " + (field == null ? "without an id" : field.numericValue()))
                .findFirst()
                .orElse("an empty record");
    }

    /** Takes out all that is there with ids of the range. */
    void remove(ChangeFeed.Range range) {
        guarded(
                "write",
                () -> writer.deleteDocuments(LongPoint.newRangeQuery(Source.ID_POINT, range.first(), range.last())));
    }

    /** Makes what was written findable. */
    void refresh() {
        guarded("refresh", () -> {
            searchers.maybeRefreshBlocking();
            return true;
        });
    }

    void commit(Position position) {
        guarded("commit", () -> {
            writer.setLiveCommitData(position.userData().entrySet());
            writer.commit();
            rememberFiles();
            return true;
        });
    }

    /** Of the files of the last commit. */
    long bytes() {
        return committed.stream().mapToLong(FileLength::bytes).sum();
    }

    int size() {
        return guarded("read", () -> writer.getDocStats().numDocs);
    }

    /** @throws DamagedIndex when a file cannot be read; what is wrong with the question comes out as it is */
    <T> T ask(Ask<T> question) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return question.ask(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | UncheckedIOException | AlreadyClosedException | InternalError | AssertionError e) {
            // A mapped file that was cut off is an InternalError to whoever reads behind its end.
            throw new DamagedIndex(UNREADABLE, e);
        } catch (StringIndexOutOfBoundsException fault) {
            throw fault;
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            // What lengths and addresses say that are no longer those that were written.
            throw new DamagedIndex(UNREADABLE, e);
        }
    }

    Found find(Tiers tiers, Search search) {
        int limit = search.limit();
        return ask(searcher -> {
            Set<Long> ids = new LinkedHashSet<>();
            collect(searcher, tiers.sure(), search, ids);
            boolean guessed = ids.isEmpty();
            for (Query guess : guessed ? tiers.guesses() : List.<Query>of()) {
                if (ids.isEmpty()) {
                    collect(searcher, List.of(guess), search, ids);
                }
            }
            List<Long> best = ids.stream().limit(limit).toList();
            return new Found(best, ids.size() > limit, guessed && !ids.isEmpty());
        });
    }

    /** Those with most parts of the query, the best first. */
    Found similar(Query query, String path, int limit) {
        return ask(searcher -> {
            var collector = new TopFieldCollectorManager(Documents.BY_SCORE, limit + 1, null, limit + 1);
            List<Long> ids = new ArrayList<>();
            for (var hit : searcher.search(Documents.scoredWithin(path, query), collector).scoreDocs) {
                ids.add(Documents.id((FieldDoc) hit));
            }
            return new Found(ids.stream().limit(limit).toList(), ids.size() > limit, true);
        });
    }

    private static void collect(IndexSearcher searcher, List<Query> tiers, Search search, Set<Long> ids)
            throws IOException {
        int limit = search.limit();
        for (Query tier : tiers) {
            if (ids.size() > limit) {
                return;
            }
            // Those of surer tiers come again in this one.
            int wanted = ids.size() + limit + 1;
            var collector = new TopFieldCollectorManager(Documents.ORDER, wanted, null, wanted);
            for (var hit : searcher.search(Documents.within(search, tier), collector).scoreDocs) {
                ids.add(Documents.id((FieldDoc) hit));
            }
        }
    }

    /** Without a commit: what was not committed is found again from the position. */
    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "An index that is given up could not be closed", e);
        }
    }

    /** Something done with the files. */
    private interface Act<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(String what, Act<T> act) {
        try {
            return act.run();
        } catch (DamagedIndex damaged) {
            throw damaged;
        } catch (IOException | RuntimeException | InternalError | AssertionError e) {
            // A mapped file that was cut off is an InternalError to whoever reads behind its end.
            throw new DamagedIndex("cannot " + what + " the index", e);
        }
    }
}

package org.aeoreach.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.file.Path;
import java.util.List;
import org.aeoreach.search.text.Tiers;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the fault of a question or a record is not taken for damage of the files. */
class KindIndexTest {

    /** More than are left apart for good. */
    private static final int PIECES = 25;

    private KindIndex index;

    @BeforeEach
    void fill(@TempDir Path directory) {
        index = Named.create(directory);
        Named.add(index, entry(1, "深圳市华强电子有限公司"));
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static Entry entry(long id, String name) {
        return new Entry(id, "0000.", Reach.UNIT, 1, List.of(), List.of(name), List.of());
    }

    @Test
    void aQuestionOfTooManyPartsIsTheFaultOfTheQuestion() {
        BooleanQuery.Builder parts = new BooleanQuery.Builder();
        for (int i = 0; i < 5; i++) {
            BooleanQuery.Builder some = new BooleanQuery.Builder();
            for (int j = 0; j < 300; j++) {
                some.add(new TermQuery(new Term("name", i + "." + j)), Occur.SHOULD);
            }
            parts.add(some.build(), i == 0 ? Occur.MUST : Occur.SHOULD);
        }
        assertThatThrownBy(() -> index.ask(searcher -> searcher.count(parts.build())))
                .isInstanceOf(IndexSearcher.TooManyClauses.class);
        assertThatThrownBy(() -> index.ask(searcher -> List.of(1).get(Integer.parseInt("no"))))
                .isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aFileThatCannotBeReadIsDamage() {
        assertThatThrownBy(() -> index.ask(searcher -> {
                    throw new EOFException("cut off");
                }))
                .isInstanceOf(DamagedIndex.class);
        assertThatThrownBy(() -> index.ask(
                        searcher -> new int[2][searcher.getIndexReader().maxDoc() - 3]))
                .isInstanceOf(DamagedIndex.class);
    }

    @Test
    void leavesOutWhatCannotBeWrittenAndTakesTheRest() {
        Document impossible = new Document();
        impossible.add(new LongPoint(Source.ID_POINT, 2));
        impossible.add(new StringField("code", "x".repeat(32_767), Field.Store.NO));
        index.add(List.of(impossible));
        Named.add(index, entry(3, "华强乙"));
        index.refresh();
        assertThat(index.find(Tiers.of("华强"), new Search("", "", "0000.", 10)).ids())
                .containsExactlyInAnyOrder(1L, 3L);
    }

    /** Each time something is made findable leaves a piece; they are left apart while it is made, and joined when it is there. */
    @Test
    void joinsThePiecesItWasMadeInAndFindsTheSameAfterwards(@TempDir Path other) throws InterruptedException {
        try (KindIndex made = Named.create(other)) {
            for (int i = 1; i <= PIECES; i++) {
                Named.add(made, entry(i, "深圳市华强电子" + i + "有限公司"));
                made.refresh();
            }
            assertThat(pieces(made)).as("apart while it is made").isEqualTo(PIECES);
            List<Long> before = found(made);
            made.join();
            for (int i = 0; i < 600 && pieces(made) == PIECES; i++) {
                Thread.sleep(100);
                made.refresh();
            }
            assertThat(pieces(made)).isLessThan(PIECES);
            assertThat(made.size()).isEqualTo(PIECES);
            assertThat(found(made)).hasSize(PIECES).isEqualTo(before);
        }
    }

    private static List<Long> found(KindIndex index) {
        return index.find(Tiers.of("华强"), new Search("", "", "0000.", PIECES)).ids();
    }

    private static int pieces(KindIndex index) {
        return index.ask(searcher -> searcher.getIndexReader().leaves().size());
    }
}

package org.aeoreach.search.text;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms that are not made of letters here, one list for each position. */
public final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Supplier<List<List<String>>> made;
    private List<List<String>> positions = List.of();
    private int position;
    private int alternative;
    private int empty;

    public TermStream(List<List<String>> positions) {
        this(() -> positions);
    }

    /** @param made asked for the terms when they are written, so that those of a long text do not wait in memory */
    public TermStream(Supplier<List<List<String>>> made) {
        this.made = made;
    }

    @Override
    public boolean incrementToken() {
        while (position < positions.size()) {
            List<String> terms = positions.get(position);
            if (alternative < terms.size()) {
                clearAttributes();
                term.append(terms.get(alternative));
                step.setPositionIncrement(alternative == 0 ? 1 + empty : 0);
                empty = alternative == 0 ? 0 : empty;
                alternative++;
                return true;
            }
            empty += terms.isEmpty() ? 1 : 0;
            position++;
            alternative = 0;
        }
        return false;
    }

    @Override
    public void reset() {
        positions = made.get();
        position = 0;
        alternative = 0;
        empty = 0;
    }

    @Override
    public void close() throws IOException {
        positions = List.of();
        super.close();
    }
}

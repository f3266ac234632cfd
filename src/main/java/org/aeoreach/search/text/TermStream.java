package org.aeoreach.search.text;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms that are made already, one list for each position. */
final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<List<String>> positions;
    private int position;
    private int alternative;
    private int empty;

    TermStream(List<List<String>> positions) {
        this.positions = positions;
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
        position = 0;
        alternative = 0;
        empty = 0;
    }
}

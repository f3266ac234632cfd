package org.aeoreach.library.content;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a text without its Markdown: each paragraph, item and row of a table on a line of its own. */
final class Plain extends AbstractVisitor {
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Plain() {}

    static String of(Iterable<Node> blocks) {
        Plain plain = new Plain();
        blocks.forEach(block -> block.accept(plain));
        plain.end();
        return String.join("\n", plain.lines);
    }

    static String of(Node block) {
        return of(List.of(block));
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        line.append(code.getLiteral());
        end();
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        line.append(code.getLiteral());
        end();
    }

    /** Rows and cells of tables. */
    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        if (node instanceof TableCell) {
            line.append(' ');
        } else if (node instanceof TableRow) {
            end();
        }
    }

    @Override
    public void visit(Text text) {
        line.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        line.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak soft) {
        line.append(' ');
    }

    @Override
    public void visit(HardLineBreak hard) {
        line.append(' ');
    }

    private void block(Block block) {
        visitChildren(block);
        end();
    }

    private void end() {
        String text = line.toString().strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }
}

package org.aeoreach.web.markdown;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** Foreign HTML as plain text: what a reader would see of it, line by line; quotations behind angle brackets. */
public final class HtmlText {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre")
            .allowElements("ul", "ol", "li", "table", "tr", "td", "th")
            .toFactory();
    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "li", "table", "tr");

    private HtmlText() {}

    /** Text without markup; scripts, styles and comments leave nothing. */
    public static String of(String html) {
        Writer writer = new Writer();
        HtmlSanitizer.sanitize(html, POLICY.apply(writer));
        return writer.text();
    }

    private static final class Writer implements HtmlStreamEventReceiver {
        private final StringBuilder all = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quoted;
        private int pre;

        @Override
        public void openDocument() {
            all.setLength(0);
        }

        @Override
        public void closeDocument() {
            endLine(false);
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            if (element.equals("br")) {
                endLine(true);
                return;
            }
            if (BLOCKS.contains(element)) {
                endLine(false);
            }
            if (element.equals("p") && !all.isEmpty()) {
                blankLine();
            }
            line.append(
                    element.equals("li")
                            ? "- "
                            : element.matches("t[dh]") && !line.toString().isBlank() ? "  " : "");
            count(element, 1);
        }

        @Override
        public void closeTag(String element) {
            if (BLOCKS.contains(element)) {
                endLine(false);
            }
            if (element.equals("p")) {
                blankLine();
            }
            count(element, -1);
        }

        private void count(String element, int by) {
            quoted += element.equals("blockquote") ? by : 0;
            pre += element.equals("pre") ? by : 0;
        }

        @Override
        public void text(String text) {
            if (pre == 0) {
                line.append(text.replaceAll("[\\s\\u00a0]+", " "));
                return;
            }
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                line.append(lines[i]);
                if (i < lines.length - 1) {
                    endLine(true);
                }
            }
        }

        private void endLine(boolean evenEmpty) {
            String told = pre > 0
                    ? line.toString().stripTrailing()
                    : line.toString().replaceAll(" {3,}", "  ").strip();
            line.setLength(0);
            if (!told.isEmpty() || evenEmpty) {
                all.append("> ".repeat(Math.min(Math.max(quoted, 0), 5)))
                        .append(told)
                        .append('\n');
            }
        }

        private void blankLine() {
            int length = all.length();
            boolean blank = length > 1 && all.charAt(length - 1) == '\n' && all.charAt(length - 2) == '\n';
            all.append(blank ? "" : "\n");
        }

        String text() {
            return all.toString().replaceAll("\\n{3,}", "\n\n").strip();
        }
    }
}

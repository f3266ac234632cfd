package org.aeoreach.enquiry.publish;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.aeoreach.enquiry.answer.Citation;

/** Plain words as the body of a document: the answer, what was asked, and what it rests on. */
final class QuestionMarkdown {

    private static final Pattern POINT = Pattern.compile("(?:[-+]|\\d{1,3}[.)])\\s+\\S.*");
    private static final Pattern RULE = Pattern.compile("[-=_*]{2,}.*");
    private static final String MARKS = "([\\\\`*_\\[\\]<>#|&~!{}])";
    private static final int LONGEST_SUMMARY = 160;

    private QuestionMarkdown() {}

    /** @param words of headings, by the end of their key */
    static String of(NewPublication.Said said, String authority, List<Citation> sources, UnaryOperator<String> words) {
        StringBuilder body = new StringBuilder(paragraphs(said.answer()));
        if (!said.question().isEmpty()) {
            body.append("\n\n## ")
                    .append(words.apply("question"))
                    .append(" {#question}\n\n")
                    .append(paragraphs(said.question()));
        }
        body.append("\n\n## ")
                .append(words.apply("authority"))
                .append(" {#authority}\n\n- ")
                .append(authority)
                .append('\n');
        for (Citation source : sources) {
            body.append("- [")
                    .append(escaped(source.title()))
                    .append("](doc:")
                    .append(source.code())
                    .append(source.anchor() == null ? "" : "#" + source.anchor())
                    .append(")\n");
        }
        return body.toString();
    }

    /** The first sentence, or as much of it as a summary takes; none of an answer that is one short sentence. */
    static String summary(String answer) {
        String line = answer.lines().map(String::strip).findFirst().orElse("");
        String sentence = line.split("(?<=[。！？])|(?<=[.!?])\\s", 2)[0];
        if (sentence.length() > LONGEST_SUMMARY) {
            return sentence.substring(0, LONGEST_SUMMARY - 1) + "…";
        }
        return sentence.equals(answer.strip()) ? "" : sentence;
    }

    private static String paragraphs(String text) {
        StringBuilder all = new StringBuilder();
        boolean point = false;
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            boolean next = POINT.matcher(line).matches();
            if (!all.isEmpty()) {
                all.append(point && next ? "\n" : "\n\n");
            }
            String safe = escaped(line);
            all.append(!next && RULE.matcher(line).matches() && !safe.startsWith("\\") ? "\\" + safe : safe);
            point = next;
        }
        return all.toString();
    }

    private static String escaped(String line) {
        return line.replaceAll(MARKS, "\\\\$1");
    }
}

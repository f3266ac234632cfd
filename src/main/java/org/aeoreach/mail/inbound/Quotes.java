package org.aeoreach.mail.inbound;

import java.util.List;
import java.util.regex.Pattern;

/** Leaves out of a mail what its writer did not write for it: the mail he answers, and his signature. */
final class Quotes {

    private static final Pattern INTRODUCTION = Pattern.compile(
            "^\\s*(?:在|于|On\\b|Am\\b|Le\\b|\\d{4}\\s*[年/-]).{0,300}(?:写道|写到|wrote|schrieb|a écrit)\\s*[:：]?\\s*$",
            Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile(
            "^\\s*[-_=]{2,}\\s*(?:原始邮件|原邮件|回复的原邮件|Original Message|Original|Reply message)\\s*[-_=]{2,}\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM = Pattern.compile("^[\\s>*]*(?:发件人|寄件者|From)\\s*\\*?\\s*[:：].*");
    private static final Pattern BELOW_FROM =
            Pattern.compile("^[\\s>*]*(?:发送时间|发送日期|日期|收件人|主题|Sent|Date|To|Subject)\\s*\\*?\\s*[:：].*");
    private static final Pattern QUOTED = Pattern.compile("^\\s*>.*");
    private static final Pattern HEAD_LINE = Pattern.compile("^\\s*[\\p{L} *-]{1,20}[:：].*");
    private static final Pattern POINTER = Pattern.compile(
            "见下|如下|下文|下面|下方|以下|红字|红色|蓝字|蓝色|逐条|\\b(?:see|answers?|comments?|replies|reply) (?:\\w+ ){0,3}below\\b|\\bbelow\\s*[.:]?\\s*$|\\bin-?line\\b"
                    + "|\\bin (?:red|blue)\\b",
            Pattern.CASE_INSENSITIVE);
    /** RFC 3676 ends it with a space, which some programs lose. */
    private static final Pattern DASHES = Pattern.compile("^--[ \\t]*$");

    private static final Pattern MATTER = Pattern.compile(
            "[?？]|^\\s*(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）.．、]|[-*•]\\s)|请问|还有|另外|此外|如何|是否|怎么|怎样|\\b(?:also|question|another)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEVICE = Pattern.compile(
            "^\\s*(?:发自我的|从我的\\S* ?发送|来自我的|发自网易邮箱|Sent from my\\b|Get Outlook for\\b|获取 ?Outlook).{0,80}$",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SIGNATURE = 15;
    private static final int LONGEST_CLOSING = 6;
    private static final int LONGEST_POINTER = 200;

    private Quotes() {}

    /** What is left; the whole when nothing would be. @param reply whether it answers a mail of ours */
    static String trimmed(String text, boolean reply) {
        List<String> lines = text.lines().toList();
        int end = reply ? quoteBegins(lines) : lines.size();
        String left =
                String.join("\n", lines.subList(0, signatureBegins(lines, end))).strip();
        return left.isEmpty() ? text.strip() : left;
    }

    private static int quoteBegins(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            boolean rule = RULE.matcher(lines.get(i)).matches();
            if ((rule || fromBlock(lines, i))
                    && !pointsBelow(lines.subList(0, i))
                    && nothingAmong(lines, rule ? i + 1 : i)) {
                return ruled(lines, i);
            }
            if ((introduces(lines, i) || QUOTED.matcher(lines.get(i)).matches()) && nothingBelow(lines, i)) {
                return i;
            }
        }
        return lines.size();
    }

    /** A line of dashes directly above belongs to it. */
    private static int ruled(List<String> lines, int at) {
        return at > 0 && lines.get(at - 1).matches("\\s*[-_]{5,}\\s*") ? at - 1 : at;
    }

    private static boolean fromBlock(List<String> lines, int at) {
        return FROM.matcher(lines.get(at)).matches()
                && lines.subList(at + 1, Math.min(at + 5, lines.size())).stream()
                                .filter(line -> BELOW_FROM.matcher(line).matches())
                                .count()
                        >= 2;
    }

    /** Whether he says that his words stand in what he quotes: nothing else tells them from it where lines bear no mark. */
    private static boolean pointsBelow(List<String> above) {
        String words = String.join("\n", above).strip();
        return words.length() <= LONGEST_POINTER && POINTER.matcher(words).find();
    }

    /** Whether he wrote nothing among what follows the head of a quoted mail; known only where its lines are marked. */
    private static boolean nothingAmong(List<String> lines, int head) {
        int i = head;
        while (i < lines.size()
                && (lines.get(i).isBlank() || HEAD_LINE.matcher(lines.get(i)).matches())) {
            i++;
        }
        return i == lines.size() || !QUOTED.matcher(lines.get(i)).matches() || nothingBelow(lines, i);
    }

    /** The line that leads to a quotation; mail programs break it. */
    private static boolean introduces(List<String> lines, int at) {
        for (int length = 1; length <= 3 && at + length <= lines.size(); length++) {
            if (INTRODUCTION
                    .matcher(String.join(" ", lines.subList(at, at + length)))
                    .matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether he wrote nothing between or under what is quoted. */
    private static boolean nothingBelow(List<String> lines, int at) {
        int i = at;
        while (i < lines.size() && !QUOTED.matcher(lines.get(i)).matches()) {
            i++;
        }
        List<String> below = lines.subList(i, lines.size());
        return below.isEmpty()
                || below.subList(0, signatureBegins(below, below.size())).stream()
                        .allMatch(line -> line.isBlank() || QUOTED.matcher(line).matches());
    }

    private static int signatureBegins(List<String> lines, int end) {
        for (int i = Math.max(0, end - LONGEST_SIGNATURE); i < end; i++) {
            String line = lines.get(i);
            if (line.equals("-- ")
                    || ((DASHES.matcher(line).matches() || DEVICE.matcher(line).matches())
                            && closes(lines.subList(i + 1, end)))) {
                return i;
            }
        }
        return end;
    }

    /** Whether these lines may stand under a mail: a few, which ask nothing and number nothing. */
    private static boolean closes(List<String> lines) {
        List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
        return words.size() <= LONGEST_CLOSING
                && words.stream().noneMatch(line -> MATTER.matcher(line).find());
    }
}

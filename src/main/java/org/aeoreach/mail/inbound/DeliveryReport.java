package org.aeoreach.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says became of a mail of ours: by RFC 3464, or in words where a server does not keep to it.
 *
 * @param failed whether it gave up; false: it is late, or arrived
 * @param permanent whether trying again makes no sense
 * @param reason one line in the server's words
 * @param messageIds of the mail that came back, as far as the report names it
 */
record DeliveryReport(boolean failed, boolean permanent, String reason, List<String> messageIds) {

    private static final int MOST_REASON = 500;
    private static final Pattern STATUS = Pattern.compile("\\b([45])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final String REFUSED =
            "[^\\r\\n]{0,150}?(?:\\bunknown|unavailable|no such|not found|n[o']t exist|invalid|reject|refus|denied|disabled|inactive"
                    + "|suspended|expired|quota|exceed|\\bfull\\b|over ?limit|blocked|blacklist|spam|undeliver|fail"
                    + "|不存在|拒收|拒绝|退信|退回|已满|超出|禁用|停用|冻结|无效|失败|错误)";
    private static final Pattern FULL = Pattern.compile("(?i)quota|exceed|\\bfull\\b|over ?limit|已满|超出");
    private static final String CODE = "(?<![\\d.+/-])(?<code>[45]\\d\\d)[ -]+(?!\\d)";
    private static final String NUMBER = "(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.]*\\d)";
    /** A reply code with a status, a status that is called one, or either before words of refusal; no telephone number. */
    private static final Pattern REFUSAL = Pattern.compile("(?i)(?:(?<![\\d.+/-])[45]\\d\\d[ -]+#?|#|status\\W{0,3})"
            + NUMBER + "|" + NUMBER + REFUSED + "|" + CODE + REFUSED);

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}@[^<>\\s]{1,250}>");
    private static final Pattern MACHINE = Pattern.compile("(mailer-daemon|postmaster|mail-daemon|mdaemon|bounce)@.*");

    /** Null when the mail is no such report. */
    static @Nullable DeliveryReport of(Head head, Body body) {
        if (body.report() != null) {
            return standard(head, body, body.report());
        }
        boolean machine = From.of(head)
                .filter(from -> MACHINE.matcher(from.address()).matches())
                .isPresent();
        boolean nobody = head.first("return-path").equals("<>") && !AutoReply.declared(head) && !AutoReply.titled(head);
        return machine || nobody ? inWords(head, body) : null;
    }

    private static DeliveryReport standard(Head head, Body body, String report) {
        String unfolded = report.replaceAll("\\r?\\n[ \\t]+", " ");
        String action = field(unfolded, "Action").toLowerCase(Locale.ROOT);
        String status = field(unfolded, "Status");
        String said = field(unfolded, "Diagnostic-Code");
        boolean failed = action.startsWith("failed") || (action.isEmpty() && !status.startsWith("2"));
        return new DeliveryReport(
                failed,
                failed && permanent(status),
                line(status + " " + said),
                ids(head, body.returned(), body.text()));
    }

    private static @Nullable DeliveryReport inWords(Head head, Body body) {
        String words =
                body.text() + "\n" + (body.html() == null ? "" : body.html().replaceAll("<[^<>@]{0,500}>", " "));
        Matcher refusal = REFUSAL.matcher(words);
        if (!refusal.find()) {
            return null;
        }
        Matcher status = STATUS.matcher(refusal.group());
        String found = status.find() ? status.group() : status(refusal);
        return new DeliveryReport(
                true,
                permanent(found),
                line(found + " " + head.text("subject")),
                ids(head, body.returned(), words + String.join("\n", names(body))));
    }

    /** Of a reply that has none of its own: what is said of room is said of a full mailbox, not of the address. */
    private static String status(Matcher refusal) {
        String code = refusal.group("code");
        boolean full = code.equals("552") || FULL.matcher(refusal.group()).find();
        return code.charAt(0) + (full ? ".2.2" : ".0.0");
    }

    private static List<String> names(Body body) {
        return body.attachments().stream()
                .filter(file -> file.content().length < 200_000)
                .map(file -> new String(file.content(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** A full mailbox (5.2.2) and what is refused for its content or its way (5.3, 5.4, 5.6, 5.7) says nothing of the address. */
    private static boolean permanent(String status) {
        Matcher code = STATUS.matcher(status);
        return code.find()
                && code.group(1).equals("5")
                && (code.group(2).equals("1")
                        || code.group(2).equals("0")
                        || (code.group(2).equals("2") && !code.group(3).equals("2")));
    }

    private static String field(String report, String name) {
        Matcher found =
                Pattern.compile("(?im)^" + name + "[ \\t]*:[ \\t]*(.*)$").matcher(report);
        return found.find() ? found.group(1).strip() : "";
    }

    private static List<String> ids(Head head, @Nullable String returned, String words) {
        List<String> ids = new ArrayList<>();
        if (returned != null) {
            ids.addAll(found(returned));
        }
        ids.addAll(head.ids("references"));
        ids.addAll(head.ids("in-reply-to"));
        ids.addAll(found(words));
        return ids.stream().distinct().limit(50).toList();
    }

    private static List<String> found(String text) {
        return MESSAGE_ID
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .limit(50)
                .toList();
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() > MOST_REASON ? line.substring(0, MOST_REASON) : line;
    }
}

package org.aeoreach.mail.inbound;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.mail.inbound.InboundMail.Attachment;
import org.aeoreach.mail.inbound.InboundMail.Refused;
import org.aeoreach.mail.inbound.InboundMail.Why;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart, within limits of depth, number and size; a part that is damaged costs only itself. */
final class BodyReader {

    private static final int MOST_PARTS = 200;
    private static final int MOST_DEPTH = 20;
    private static final int MOST_BOUNDARIES = 2000;
    private static final int MOST_FILES = 20;
    private static final int MOST_FILE = 10 << 20;
    private static final int MOST_WORDS = 1 << 20;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9_.:-]{1,40})");
    private static final Session SESSION = Session.getInstance(new Properties());

    private final StringBuilder text = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private @Nullable String html;
    private @Nullable String report;
    private @Nullable String returned;
    private int parts;

    private BodyReader() {}

    /** @throws LaidAside when there is more of it than any mail needs, or it cannot be taken apart */
    static Body read(byte[] raw) {
        refuseBoundaries(raw);
        BodyReader reader = new BodyReader();
        try {
            reader.part(new MimeMessage(SESSION, new ByteArrayInputStream(raw)), 0);
        } catch (MessagingException | IOException unreadable) {
            throw new LaidAside(Reason.UNREADABLE, unreadable.toString());
        }
        return new Body(
                reader.text.toString().strip(),
                reader.html,
                reader.attachments,
                reader.refused,
                reader.report,
                reader.returned);
    }

    /** Every line that may begin a part costs memory once the mail is taken apart. */
    private static void refuseBoundaries(byte[] raw) {
        int found = 0;
        for (int i = 0; i + 3 < raw.length; i++) {
            if (raw[i] == '\n' && raw[i + 1] == '-' && raw[i + 2] == '-' && raw[i + 3] > ' ' && raw[i + 3] != '-') {
                found++;
            }
        }
        if (found > MOST_BOUNDARIES) {
            throw new LaidAside(Reason.PARTS, found + " lines that begin with two dashes");
        }
    }

    private void part(MimePart part, int depth) throws MessagingException, IOException {
        if (depth > MOST_DEPTH || ++parts > MOST_PARTS) {
            throw new LaidAside(
                    Reason.PARTS, "more than " + MOST_PARTS + " parts, or " + MOST_DEPTH + " within each other");
        }
        String type = type(part);
        String name = name(part);
        boolean file = !name.isEmpty() || Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
        if (type.startsWith("multipart/")) {
            parts(part, depth);
        } else if (type.equals("message/delivery-status")) {
            report = latin(part);
        } else if (report != null && (type.equals("message/rfc822") || type.equals("text/rfc822-headers"))) {
            returned = latin(part);
        } else if (!file && type.equals("text/html")) {
            html = html == null ? words(part) : html;
        } else if (!file && (type.startsWith("text/") || type.isEmpty())) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words(part));
        } else {
            file(part, name.isEmpty() ? type.replace('/', '.') : name);
        }
    }

    private void parts(MimePart part, int depth) throws MessagingException, IOException {
        MimeMultipart several;
        int count;
        try {
            several = new MimeMultipart(new MimePartDataSource(part));
            count = several.getCount();
        } catch (MessagingException noBoundaries) {
            // Taken for what it is without them: text.
            text.append(text.isEmpty() ? "" : "\n\n").append(words(part));
            return;
        }
        for (int i = 0; i < count; i++) {
            BodyPart each = several.getBodyPart(i);
            part((MimeBodyPart) each, depth + 1);
        }
    }

    private static String type(MimePart part) throws MessagingException {
        String[] given = part.getHeader("Content-Type");
        if (given == null || given.length == 0) {
            return "text/plain";
        }
        String type = given[0].split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.contains("/") ? type : "text/plain";
    }

    private static @Nullable String disposition(MimePart part) {
        try {
            return part.getDisposition();
        } catch (MessagingException malformed) {
            return null;
        }
    }

    private static String name(MimePart part) {
        try {
            String name = part.getFileName();
            return name == null ? "" : shortened(EncodedWords.text(name));
        } catch (MessagingException malformed) {
            return "";
        }
    }

    private static String shortened(String name) {
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static @Nullable String charset(MimePart part) throws MessagingException {
        String[] given = part.getHeader("Content-Type");
        if (given == null || given.length == 0) {
            return null;
        }
        try {
            return new ContentType(given[0]).getParameter("charset");
        } catch (ParseException malformed) {
            Matcher found = CHARSET.matcher(given[0]);
            return found.find() ? found.group(1) : null;
        }
    }

    private static String words(MimePart part) throws MessagingException {
        return MailCharset.text(bytes(part, MOST_WORDS), charset(part));
    }

    private static String latin(MimePart part) throws MessagingException {
        return new String(bytes(part, MOST_WORDS), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(MimePart part, int most) throws MessagingException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        } catch (IOException damaged) {
            return undecoded(part, most);
        }
    }

    private static byte[] undecoded(MimePart part, int most) throws MessagingException {
        try (InputStream in = part instanceof MimeBodyPart body
                ? body.getRawInputStream()
                : ((MimeMessage) part).getRawInputStream()) {
            return in.readNBytes(most);
        } catch (IOException gone) {
            throw new MessagingException("A part cannot be read", gone);
        }
    }

    private void file(MimePart part, String name) throws MessagingException {
        if (attachments.size() >= MOST_FILES) {
            refused.add(new Refused(name, Why.TOO_MANY));
            return;
        }
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes(MOST_FILE + 1);
            if (content.length > MOST_FILE) {
                refused.add(new Refused(name, Why.TOO_LARGE));
            } else if (content.length > 0) {
                attachments.add(new Attachment(name, content));
            }
        } catch (IOException damaged) {
            refused.add(new Refused(name, Why.BROKEN));
        }
    }
}

package org.aeoreach.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeoreach.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mail says it is from. A mail server proves the address between angle brackets; what else looks like an address in
 * the name before it, in quotation marks or in a comment, is only words.
 *
 * @param name decoded, perhaps empty; never one that looks like another address
 */
record From(String address, String name) {

    /** Empty where no address is named, or several, or where one cannot tell. */
    static Optional<From> of(Head head) {
        List<String> from = head.all("from");
        return from.size() == 1 ? new Reader(from.get(0)).read() : Optional.empty();
    }

    /** Reads an address list by RFC 5322, and names that should have been quoted: with commas, colons and any bytes. */
    private static final class Reader {
        private final String value;
        private final List<Optional<From>> found = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private @Nullable StringBuilder angle;
        private boolean quoted;
        private boolean within;
        private boolean broken;
        private int depth;

        Reader(String value) {
            this.value = value;
        }

        Optional<From> read() {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\' && (quoted || depth > 0) && i + 1 < value.length()) {
                    i++;
                    word(value.charAt(i));
                } else if (c == '"' && depth == 0) {
                    quoted = !quoted;
                    words.append(c);
                } else if (quoted) {
                    word(c);
                } else {
                    plain(c);
                }
            }
            end();
            return found.size() == 1 && !broken && !quoted && !within && depth == 0 ? found.get(0) : Optional.empty();
        }

        private void plain(char c) {
            if (c == '(' || (c == ')' && depth > 0)) {
                depth += c == '(' ? 1 : -1;
            } else if (depth > 0) {
                comment.append(c);
            } else if (within) {
                angled(c);
            } else if (c == '<') {
                broken |= angle != null;
                angle = new StringBuilder();
                within = true;
            } else if (c == ';' || (c == ',' && named())) {
                end();
            } else {
                word(c);
            }
        }

        private void angled(char c) {
            if (c == '>') {
                within = false;
            } else if (angle != null) {
                angle.append(c);
            }
        }

        /** A character that is not meant as a sign. */
        private void word(char c) {
            if (depth > 0) {
                comment.append(c);
            } else if (within) {
                broken = true;
            } else {
                words.append(c);
                name.append(c);
                broken |= angle != null && c == '@';
            }
        }

        /** Whether an address has been named since the last one; a comma before that belongs to a name. */
        private boolean named() {
            return angle != null || words.indexOf("@") >= 0;
        }

        private void end() {
            if (named()) {
                found.add(sender((angle == null ? bare() : angle.toString()).strip()));
            }
            words.setLength(0);
            name.setLength(0);
            comment.setLength(0);
            angle = null;
        }

        /** An address without brackets, perhaps behind the name of a group. */
        private String bare() {
            int group = words.indexOf(":") + 1;
            return words.lastIndexOf("@", group) >= 0 ? "" : words.substring(group);
        }

        private Optional<From> sender(String address) {
            String said = EncodedWords.text((angle == null ? comment : name).toString());
            return Optional.of(address.toLowerCase(Locale.ROOT))
                    .filter(MailAddress::isWellFormed)
                    .map(known -> new From(known, said.contains("@") ? "" : said));
        }
    }
}

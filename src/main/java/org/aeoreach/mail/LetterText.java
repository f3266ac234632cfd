package org.aeoreach.mail;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.platform.Language;
import org.aeoreach.templates.StaticTemplates;
import org.jspecify.annotations.Nullable;

/**
 * A letter in words, its placeholders filled. Both parts of the mail are made from the same lines, so they cannot say
 * different things; the HTML one goes through the engine that escapes all our pages.
 *
 * @param lines the body, each line in pieces
 * @param closing what stands below every letter
 * @param home address of the start page
 * @param topic what its reader may decline; null for a service message
 * @param choosing leads to the page where he says what he gets; null for a service message
 */
public record LetterText(
        Language language,
        String subject,
        List<List<Piece>> lines,
        String closing,
        String home,
        @Nullable MailTopic topic,
        @Nullable Choosing choosing) {

    /** Part of a line. @param link whether the text is an address to be followed */
    public record Piece(String text, boolean link) {}

    /** The way to the page of choices. @param words what stands before the address */
    public record Choosing(String words, String address) {}

    /** The part of the mail that is plain text. */
    public String plain() {
        String body = lines.stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        String choice = choosing == null ? "" : choosing.words() + "\n" + choosing.address() + "\n";
        return body + "\n\n-- \n" + closing + "\n" + home + "\n" + choice;
    }

    String html() {
        StringOutput page = new StringOutput();
        new StaticTemplates().mailLetter(this).render(page);
        return page.toString();
    }
}

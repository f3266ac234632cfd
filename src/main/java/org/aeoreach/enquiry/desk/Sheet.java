package org.aeoreach.enquiry.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.answer.Citation;
import org.aeoreach.enquiry.answer.Passages;
import org.aeoreach.enquiry.publish.PublicationView;
import org.aeoreach.enquiry.template.TemplateView;
import org.aeoreach.mail.MailFailure;
import org.aeoreach.mail.MailView;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.picker.EnterprisePicker;
import org.jspecify.annotations.Nullable;

/**
 * The page of an enquiry.
 *
 * @param turn whether the viewer may work on it now
 * @param here whether it is the turn of the viewer's unit or one below
 * @param writer whether he may write notes
 * @param me his account
 * @param citations by message
 * @param writing who else of his unit writes at this moment
 * @param templates texts for the answer, to be put into it
 * @param names what each status is called in the viewer's unit
 * @param topic what its topic is called, or null
 * @param passages found for what stands in the search field, and those ticked already
 * @param together enquiries that have to do with it
 * @param publication the question made of its answer
 * @param enterprise to say for which enterprise it was asked; null where that is certain
 * @param publishes whether the viewer may make one now
 * @param post what became of the letters about it
 */
public record Sheet(
        EnquiryView enquiry,
        Instant now,
        boolean turn,
        boolean here,
        boolean writer,
        long me,
        List<MessageView> messages,
        Map<Long, List<Citation>> citations,
        List<Notes.NoteView> notes,
        List<Stay> steps,
        List<Drafts.Writing> writing,
        List<Together.Other> together,
        String find,
        Passages.Offer passages,
        List<TemplateView> templates,
        Map<String, String> names,
        @Nullable String topic,
        @Nullable PublicationView publication,
        boolean publishes,
        @Nullable EnterprisePicker enterprise,
        Post post,
        Deeds deeds) {

    /**
     * What became of letters to the asker.
     *
     * @param mails the newest of them
     * @param lost messages whose letters were given up or came back, with the reason as {@link MailView#gaveUp} names it
     * @param failure what bars mail to the asker, or null
     */
    public record Post(
            List<MailView> mails,
            Map<Long, String> lost,
            @Nullable MailFailure failure) {}

    /** Forms of the page; the one that failed stands open. */
    public record Deeds(
            Form answer, Form request, Form note, Form assign, Form sort, Form close, Form reopen, String failed) {}

    /**
     * A stay at a unit.
     *
     * @param words why it was passed on
     * @param proposal the answer proposed to the level above, or agreed for the one below
     */
    public record Stay(
            String unitZh,
            @Nullable String unitEn,
            String level,
            Instant enteredAt,
            @Nullable Instant leftAt,
            boolean late,
            @Nullable String passed,
            @Nullable String words,
            @Nullable String proposal,
            boolean agreed) {}

    /** The level above whose agreed answer is to be sent now, or null. */
    public @Nullable String agreed() {
        List<Stay> left = steps.stream().filter(step -> step.leftAt() != null).toList();
        if (left.isEmpty() || !left.get(left.size() - 1).agreed()) {
            return null;
        }
        return steps.stream()
                .filter(Stay::agreed)
                .map(Stay::level)
                .filter("GACC"::equals)
                .findFirst()
                .orElse("DISTRICT");
    }

    /** Whether it waits for a level above the viewer. */
    public boolean elsewhere() {
        return !here && !done();
    }

    /** What its status is called; while another level has it, that. */
    public @Nullable String status() {
        return names.get(elsewhere() ? "ELSEWHERE" : enquiry.work().status().name());
    }

    public boolean closed() {
        return enquiry.work().status() == EnquiryStatus.CLOSED;
    }

    public boolean done() {
        return closed() || enquiry.work().status() == EnquiryStatus.ANSWERED;
    }

    /** Whether one that is answered is being answered again: a form with words in it is not folded away. */
    public boolean again() {
        return deeds.failed().equals("answer")
                || !find.isEmpty()
                || !deeds.answer().value("body").isBlank()
                || !deeds.answer().values("citations").isEmpty();
    }

    public boolean mine() {
        EnquiryView.Officer officer = enquiry.work().officer();
        return officer != null && officer.id() == me;
    }

    /** Whether its author can take a message back now. */
    public boolean undoable(MessageView message) {
        EnquiryView.Officer author = message.author();
        return author != null
                && author.id() == me
                && !message.undone()
                && message.goesAt().isAfter(now);
    }

    /** State of the clock, as the list has it. */
    public String clock() {
        Instant due = enquiry.clock().dueAt();
        Instant warn = enquiry.clock().warnAt();
        if (due == null) {
            return "STANDS";
        }
        return !due.isAfter(now) ? "LATE" : warn != null && !warn.isAfter(now) ? "SOON" : "RUNS";
    }

    public String clockTone() {
        return switch (clock()) {
            case "LATE" -> "tag-bad";
            case "SOON" -> "tag-warn";
            case "RUNS" -> "tag-good";
            default -> "tag-off";
        };
    }

    public String path() {
        return "/desk/enquiries/" + enquiry.id();
    }
}

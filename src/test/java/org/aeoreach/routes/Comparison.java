package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;

/**
 * Asks the same about the hidden enterprise and about nothing, and collects where the answers differ or tell more than was
 * brought with the question.
 */
record Comparison(LeakWorld world, Queue<String> faults) {

    /** They change with every call, or by themselves. */
    static final Pattern MOVING = Pattern.compile(
            "/health/.*|/openapi.*|.*/(audit|record-views|jobs|mail|mail/control)(/export)?|/me/sessions|/acting");

    Comparison(LeakWorld world) {
        this(world, new ConcurrentLinkedQueue<>());
    }

    /** Makes the text of a request with what is the caller's own in it, fresh for each. */
    interface Fresh {
        Answer.Sent sent() throws SQLException;
    }

    /** What an insider is told by a probe; empty when he is refused. */
    List<String> told(Caller insider, String probe) throws SQLException {
        Answer answer = Answer.get(insider, world.hidden().inAddress(probe));
        return answer.status() == 200
                ? world.hidden().toldBy(world.hidden().withoutEcho(probe, answer.text()))
                : List.of();
    }

    /** Asks by address alone. */
    void asked(Caller stranger, String probe) throws SQLException {
        Answer about = Answer.get(stranger, world.hidden().inAddress(probe));
        Answer none = Answer.get(stranger, world.unknown().inAddress(probe));
        String text = world.hidden().withoutEcho(probe, about.lasting());
        String who = "GET " + probe + " by " + stranger + " (" + about.status() + "): ";
        tells(who, text);
        if (!MOVING.matcher(probe.replaceFirst("\\?.*", "")).matches()) {
            differs(who, world.unknown().withoutEcho(probe, none.lasting()), text);
        }
    }

    /** What has to be waited for before two answers can be alike. */
    interface Settled {
        void await() throws SQLException;
    }

    /** Sends a request of the same words twice; what it made of his own has a number of its own each time. */
    void sent(Caller stranger, Fresh request, Settled settled) throws SQLException {
        Answer.Sent first = request.sent();
        Answer.Sent second = request.sent();
        settled.await();
        Answer about = send(stranger, first, world.hidden());
        Answer none = send(stranger, second, world.unknown());
        String asked = first.path() + " " + first.body();
        String text = world.hidden().withoutEcho(asked, about.lasting());
        String who = first.verb() + " " + asked + " by " + stranger + " (" + about.status() + "): ";
        tells(who, text);
        differs(who, numberless(world.unknown().withoutEcho(asked, none.lasting())), numberless(text));
    }

    private static Answer send(Caller stranger, Answer.Sent request, Marks marks) throws SQLException {
        return Answer.to(stranger, request.filled(marks));
    }

    static String numberless(String text) {
        return text.replaceAll("\\d+", "#");
    }

    void tells(String who, String text) {
        List<String> told = world.hidden().toldBy(text);
        if (!told.isEmpty()) {
            faults.add(who + "tells " + told);
        }
    }

    void differs(String who, String none, String about) {
        if (!about.equals(none)) {
            faults.add(who + "differs from the answer about nothing: " + difference(none, about));
        }
    }

    static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "«" + excerpt(one, at) + "» and «" + excerpt(other, at) + "»";
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 80))
                .replaceAll("\\s+", " ");
    }

    /** All that was wrong, once each. */
    Set<String> found() {
        return new java.util.TreeSet<>(faults);
    }
}

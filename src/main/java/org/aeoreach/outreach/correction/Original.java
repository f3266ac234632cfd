package org.aeoreach.outreach.correction;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Contact;
import org.aeoreach.outreach.Direction;
import org.aeoreach.outreach.Strength;
import org.aeoreach.outreach.Topic;
import org.aeoreach.outreach.TouchpointView;
import org.jspecify.annotations.Nullable;

/** A touchpoint as it stood before a correction. Parties, officers and persons are kept by number, not by name. */
public record Original(
        LocalDate day,
        @Nullable LocalTime time,
        Channel channel,
        Direction direction,
        Strength strength,
        List<Long> enterprises,
        List<Long> partners,
        List<Long> officers,
        List<Long> persons,
        @Nullable String people,
        List<Topic> subjects,
        @Nullable String said,
        @Nullable String agreed,
        Contact.@Nullable Heard heard,
        boolean shared,
        boolean told) {

    static Original of(TouchpointView view) {
        TouchpointView.Words words = Objects.requireNonNull(view.words());
        return new Original(
                view.day(),
                view.time(),
                view.channel(),
                view.direction(),
                view.strength(),
                parties(view, true),
                parties(view, false),
                words.officers().stream().map(TouchpointView.Officer::id).toList(),
                words.persons().stream().map(TouchpointView.Person::id).toList(),
                words.people(),
                words.subjects(),
                words.said(),
                words.agreed(),
                words.heard(),
                words.shared(),
                words.told());
    }

    private static List<Long> parties(TouchpointView view, boolean enterprise) {
        return view.parties().stream()
                .filter(party -> party.enterprise() == enterprise)
                .map(TouchpointView.Party::id)
                .toList();
    }
}

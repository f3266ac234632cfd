package org.aeoreach.training.session;

/**
 * One more page about a session, offered by the room that shows it: beans of this type become tabs of the session, for
 * officers who may see the session at all.
 */
public interface SessionTab {

    /** Where it stands among the others, smaller first; the session itself is before all. */
    int order();

    /** Name in addresses and of its label, {@code training.part.<name>}; its page is {@code /desk/trainings/{id}/<name>}. */
    String name();

    /** Whether there is anything to see or do. */
    boolean shownFor(TrainingView session);
}

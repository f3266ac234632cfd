package org.aeoreach.web.timeline;

/** The record a timeline is about: its type as the audit names it, and its id. */
public record Subject(String type, String id) {

    public static Subject of(String type, long id) {
        return new Subject(type, Long.toString(id));
    }
}

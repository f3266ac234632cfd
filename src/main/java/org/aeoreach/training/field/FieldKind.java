package org.aeoreach.training.field;

/** What kind of answer a question takes. */
public enum FieldKind {
    TEXT,
    CHOICE,
    YES_NO,
    NUMBER;

    /** Whether other questions may hang on its answer. */
    boolean decides() {
        return this == CHOICE || this == YES_NO;
    }
}

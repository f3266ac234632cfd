package org.aeoreach.training.knowledge;

/** When the questions are asked. */
public enum CheckStage {
    BEFORE,
    AFTER
}

package org.aeoreach.training.course;

/** When those who come to a session are given a material. */
public enum MaterialStage {
    BEFORE,
    AFTER
}

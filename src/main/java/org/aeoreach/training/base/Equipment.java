package org.aeoreach.training.base;

/** What stands in a room. */
public enum Equipment {
    PROJECTOR,
    SCREEN,
    WHITEBOARD,
    MICROPHONES,
    COMPUTERS,
    VIDEO_CONFERENCE,
    RECORDING,
    INTERPRETING,
    VR
}

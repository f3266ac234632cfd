package org.aeoreach.training.checkin;

/** Somebody of an enterprise who holds a seat. */
public record Comer(long registration, String name) {}

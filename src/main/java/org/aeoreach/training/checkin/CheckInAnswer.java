package org.aeoreach.training.checkin;

import java.util.List;

/** What became of all a device sent, in its order, and how many are there now. */
public record CheckInAnswer(List<CheckedIn> results, HallCount count) {}

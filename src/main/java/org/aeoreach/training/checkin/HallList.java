package org.aeoreach.training.checkin;

import java.util.List;

/** Everybody a device at the door has to know. */
public record HallList(HallCount count, List<HallPerson> people) {}

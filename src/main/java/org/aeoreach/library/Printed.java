package org.aeoreach.library;

import java.time.LocalDate;

/** What a page says on paper only: where it is read, and when it was printed. @param address whole */
public record Printed(String address, LocalDate day) {}

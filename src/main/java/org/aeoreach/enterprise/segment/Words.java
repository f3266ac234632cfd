package org.aeoreach.enterprise.segment;

import java.util.List;

/** A condition in the reader's words. @param parts what belongs below it; empty for one criterion */
public record Words(String head, List<Words> parts) {}

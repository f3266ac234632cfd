package org.aeoreach.library;

/** The district that wrote a document for its own area. @param elsewhere whether the reader is outside of it */
public record Keeper(String name, boolean elsewhere) {}

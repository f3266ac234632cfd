package org.aeoreach.platform;

import java.util.UUID;

/** This process among those that share the database. */
public final class Node {

    /** New at every start, so that what a dead process had claimed is not taken for its successor's. */
    public static final String ID = UUID.randomUUID().toString();

    private Node() {}
}

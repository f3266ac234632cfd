package org.aeoreach.search;

import java.nio.file.Path;
import java.util.List;

/** A process of its own that writes and commits until it is killed, and says after each commit how far it has come. */
final class CommitLoop {

    static final int RECORDS = 40;

    private CommitLoop() {}

    /** @param arguments the directory of the index, and the first id to be written */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        long id = Long.parseLong(arguments[1]);
        KindIndex index = id == 1 ? Named.create(directory) : Named.open(directory);
        while (true) {
            for (int i = 0; i < RECORDS; i++, id++) {
                Named.add(index, new Entry(id, "0000.", Reach.UNIT, 1, List.of(), List.of("企业" + id), List.of()));
            }
            index.commit(new Position("kill", "schema", "origin", id - 1));
            System.out.println(id - 1);
        }
    }
}

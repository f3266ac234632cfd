package org.aeoreach.library.content;

import java.util.Arrays;
import java.util.Optional;

/** What a document is; each kind lies in a folder of its own. */
public enum DocumentKind {
    POLICY("policies"),
    INTERPRETATION("interpretations"),
    SERVICE_GUIDE("guides"),
    VALIDATION_SCENARIO("scenarios"),
    STANDARD_ITEM("standard"),
    SYLLABUS("syllabus"),
    QUESTION("questions"),
    TERM("terms"),
    ARRANGEMENT("arrangements");

    private final String folder;

    DocumentKind(String folder) {
        this.folder = folder;
    }

    /** Name of the folder, and of the kind in addresses. */
    public String folder() {
        return folder;
    }

    public static Optional<DocumentKind> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(kind -> kind.folder.equals(folder))
                .findFirst();
    }
}

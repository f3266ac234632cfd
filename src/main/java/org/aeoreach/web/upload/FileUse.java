package org.aeoreach.web.upload;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a form takes files for.
 *
 * @param purpose short name kept with the file
 * @param most largest file in bytes
 */
public record FileUse(String purpose, List<FileType> types, long most) {

    /** The value of the field's {@code accept}. */
    public String accept() {
        return types.stream()
                .map(type -> "." + type.extension() + "," + type.mediaType())
                .collect(Collectors.joining(","));
    }

    String names() {
        return types.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}

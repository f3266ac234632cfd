package org.aeoreach.library.content;

import java.util.List;

/**
 * Something wrong in a file.
 *
 * @param file relative to the folder that was read
 * @param line counted from 1; 0 when it is about the file as a whole
 * @param key of the message, {@code content.fault.…}
 * @param arguments of the message, in their order
 */
public record ContentFault(String file, int line, String key, List<String> arguments) {}

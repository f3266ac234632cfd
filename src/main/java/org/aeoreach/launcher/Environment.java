package org.aeoreach.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The environment variables, read with defaults and with secrets from files. A blank value counts as absent. */
record Environment(Map<String, String> variables) {
    private static final String FILE = "_FILE";
    private static final List<String> APPLICATION = List.of(
            "AEO_CONTENT_",
            "AEO_FILES_",
            "AEO_SEARCH_",
            "AEO_ENQUIRY_",
            "AEO_MAIL_",
            "AEO_LIMIT_",
            "AEO_SESSION_",
            "AEO_JOB_",
            "AEO_OIDC_",
            "AEO_SIGN_IN_",
            "AEO_PASSWORD_");

    String get(ConfigurationKey key) {
        return find(key).orElse(key.standard());
    }

    Optional<String> find(ConfigurationKey key) {
        return find(key.name(), key.secret());
    }

    /** Passed on unread: what they mean is known to the web application. */
    SortedMap<String, String> application() {
        SortedMap<String, String> found = new TreeMap<>();
        for (String name : variables.keySet()) {
            if (APPLICATION.stream().anyMatch(name::startsWith)) {
                String plain = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
                find(plain, true).ifPresent(value -> found.put(plain, value));
            }
        }
        return found;
    }

    private Optional<String> find(String name, boolean fromFile) {
        Optional<String> value = nonBlank(name);
        if (value.isPresent() || !fromFile) {
            return value;
        }
        return nonBlank(name + FILE).map(file -> read(name + FILE, file));
    }

    private Optional<String> nonBlank(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    ExitCode.BAD_CONFIGURATION,
                    Sentence.of("%s names %s, which cannot be read.", "%s 指定的文件 %s 无法读取。", name, file),
                    e);
        }
    }
}

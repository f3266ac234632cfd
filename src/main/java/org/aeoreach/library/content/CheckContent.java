package org.aeoreach.library.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.spi.ToolProvider;

/** {@code check-content DIR}: reports every fault with file and line, in both languages. */
public final class CheckContent implements ToolProvider {
    private static final int GOOD = 0;
    private static final int FAULTY = 4;
    private static final int NO_DIRECTORY = 2;

    @Override
    public String name() {
        return "check-content";
    }

    /** @return 0 when all is well, 4 when something is wrong with the documents, 2 when there is no such directory */
    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        Path directory = Path.of(arguments.length == 1 ? arguments[0] : "");
        if (arguments.length != 1 || !Files.isDirectory(directory)) {
            err.println(both("content.check.usage", String.join(" ", arguments)));
            return NO_DIRECTORY;
        }
        ContentFolder folder = ContentFolder.read(directory);
        folder.faults().forEach(fault -> out.println(line(fault)));
        int faults = folder.faults().size();
        out.println(
                faults == 0
                        ? both("content.check.good", folder.documents().size())
                        : both("content.check.faulty", faults));
        return faults == 0 ? GOOD : FAULTY;
    }

    private static String line(ContentFault fault) {
        Object[] arguments = fault.arguments().toArray();
        return fault.file() + ":" + fault.line() + ": " + both(fault.key(), arguments);
    }

    private static String both(String key, Object... arguments) {
        return text("en", key, arguments) + " / " + text("zh", key, arguments);
    }

    private static String text(String language, String key, Object... arguments) {
        return new MessageFormat(messages(language).getProperty(key, key)).format(arguments);
    }

    private static Properties messages(String language) {
        Properties all = new Properties();
        String file = "/i18n/content_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(CheckContent.class.getResourceAsStream(file), file);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            all.load(reader);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

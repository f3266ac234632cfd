package org.aeoreach.launcher;

import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** What keeps the application from running, said in one sentence that names the remedy. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    StartFailure(ExitCode code, Sentence sentence) {
        this(code, sentence, null);
    }

    StartFailure(ExitCode code, Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }

    /** The text of a foreign exception, fit to stand inside a sentence. */
    static String reason(Throwable cause) {
        if (cause instanceof AccessDeniedException denied) {
            return LineFormatter.escape("access denied: " + denied.getFile());
        }
        String message = cause.getMessage();
        String text = message == null ? cause.getClass().getSimpleName() : message;
        return LineFormatter.escape(text.lines().findFirst().orElse("").strip());
    }
}

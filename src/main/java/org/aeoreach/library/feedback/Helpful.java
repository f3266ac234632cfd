package org.aeoreach.library.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Takes what readers say of documents. */
@ApplicationScoped
public class Helpful {

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    Helpful() {}

    @Inject
    Helpful(Bound bound) {
        this.bound = bound;
    }

    /**
     * What somebody says.
     *
     * @param reason for a no; a yes has none
     * @param words at most 500 characters
     */
    public record Said(
            @NotNull Boolean helpful,
            @Nullable Reason reason,

            @Nullable @Size(max = 500, message = "{library.invalid.words}")
            String words) {}

    /** @throws Problem 404 when there is no such document; 400 when a no has no reason */
    @Transactional
    public void say(String code, Language language, Said said) {
        boolean yes = Boolean.TRUE.equals(said.helpful());
        if (!yes && said.reason() == null) {
            throw Problem.invalid("reason", "library.invalid.reason");
        }
        String words =
                said.words() == null ? "" : said.words().replace("\0", "").strip();
        Object there = bound.query(
                        "select document_feedback_add(?, ?, ?, ?, ?)",
                        code,
                        language.code(),
                        yes,
                        yes || said.reason() == null ? "" : said.reason().name(),
                        words)
                .getSingleResult();
        if (!Boolean.TRUE.equals(there)) {
            throw Problem.notFound();
        }
    }
}

package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.retrieval.Question;
import org.aeoreach.library.searching.LibrarySearch;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** What the library, with the questions published in it, has to say before somebody asks. */
@ApplicationScoped
public class Passages {

    private static final int MOST = 3;
    private static final int LONGEST = 200;
    private static final int SHORTEST = 2;
    private static final String AREA = "select org_path from unit where id = enquiry_unit_now(cast(?1 as bigint))";

    @Inject
    private LibrarySearch library;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /**
     * The best passages in force for what has been typed so far; none for next to nothing.
     *
     * @param unitId the unit that is asked, whose district's documents are looked through too; null: that of the reader
     */
    @Transactional
    public List<Answer.Hit> of(String subject, String body, Language language, @Nullable Long unitId) {
        String text = (subject.strip() + " " + body.strip()).strip();
        if (text.length() < SHORTEST) {
            return List.of();
        }
        Question question = new Question(
                plain(text), language.code(), Map.of(), Time.today(clock), new Question.Part(true, false, 0, MOST));
        return library.answer(question.in(area(unitId))).map(Answer::hits).orElse(List.of());
    }

    private String area(@Nullable Long unitId) {
        return unitId == null
                ? ""
                : Rows.one(bound.query(AREA, unitId), row -> row.text(0)).orElse("");
    }

    /** Quotation marks and minus signs have a meaning in a search; in a question they have none. */
    private static String plain(String text) {
        String words = text.replaceAll("[\"“”\\-\\s]+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    /**
     * Counts a question that needed no officer.
     *
     * @param unitId the unit that would have been asked, or null
     *
     * @throws Problem 404 when there is no such document
     */
    @Transactional
    public void spared(String document, String subject, Language language, @Nullable Long unitId) {
        boolean counted = (Boolean) bound.query(
                        "select enquiry_was_spared(?1, ?2, ?3, cast(?4 as bigint))",
                        document,
                        language.code(),
                        subject.strip(),
                        unitId)
                .getSingleResult();
        if (!counted) {
            throw Problem.notFound();
        }
    }
}

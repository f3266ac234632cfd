package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.CustomsCode;
import org.aeoreach.enterprise.Uscc;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Whether a number is registered: here, or somewhere else without telling where. */
@ApplicationScoped
public class Whereabouts {

    @Inject
    private Duplicates duplicates;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** A number to look for: a social credit code or a customs code. */
    public record Wanted(@NotBlank @Size(max = 40) String code) {}

    /** NOWHERE: it may be entered; HERE: within the viewer's range; ELSEWHERE: ask for a transfer. */
    public enum Place {
        NOWHERE,
        HERE,
        ELSEWHERE
    }

    /** @param enterpriseId the enterprise when it is within the viewer's range, else null */
    public record Answer(String code, Place place, @Nullable Long enterpriseId) {}

    /** @throws Problem 400 when it has the form of neither */
    @Transactional
    public Answer look(Wanted wanted) {
        Answer answer = answer(read(wanted.code()));
        audit.record(
                "enterprise.look-up-code",
                AuditTrail.Subject.unnumbered("enterprise", viewer.require().orgPath()),
                Changes.none()
                        .with("code", answer.code())
                        .with("outcome", answer.place().name()));
        return answer;
    }

    private Answer answer(String code) {
        Optional<Long> mine = duplicates.visible(code);
        if (mine.isPresent()) {
            return new Answer(code, Place.HERE, mine.get());
        }
        return new Answer(code, duplicates.anywhere(code) ? Place.ELSEWHERE : Place.NOWHERE, null);
    }

    /** The code as it is kept. @throws Problem 400 when it has the form of neither */
    public static String read(String typed) {
        String bare = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return bare.length() <= 12
                ? CustomsCode.of("code", typed).text()
                : Uscc.of("code", typed).text();
    }
}

package org.aeoreach.identity.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.identity.Accounts;
import org.aeoreach.identity.attempt.Attempts;
import org.aeoreach.identity.attempt.Subject;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.identity.people.Invitations;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Digests;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.form.Secret;
import org.jspecify.annotations.Nullable;

/** Makes the first system administrator against the code the program printed. */
@ApplicationScoped
public class Setup {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Attempts attempts;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    /** The first administrator. @param setupCode as the program printed it; hyphens and capitals make no difference */
    public record Administrator(
            @NotBlank @Size(max = 60) String setupCode,

            @NotBlank @Pattern(regexp = Invitations.LOGIN) @Size(max = 64)
            String login,

            @NotBlank @Size(max = 100) String nameZh,
            @Nullable @Size(max = 100) String nameEn,
            @NotBlank @Email @Size(max = 254) String mail,
            @NotNull Language language,
            @NotEmpty @Secret @Size(max = 256) String password) {}

    /** @throws Problem 404 when there is an administrator already */
    @Transactional
    void requireOpen() {
        if (!Boolean.TRUE.equals(em.createNativeQuery("select setup_is_open()").getSingleResult())) {
            throw Problem.notFound();
        }
    }

    /** @throws Problem 400 when the code is wrong, the login taken or the password not allowed */
    @Transactional
    void make(Administrator wanted) {
        requireOpen();
        MailAddress.of("mail", wanted.mail());
        if (accounts.byLogin(wanted.login()).isPresent()) {
            throw Problem.invalid("login", "identity.invalid.login-taken");
        }
        List<String> context = Stream.of(wanted.login(), wanted.nameZh(), wanted.nameEn())
                .filter(Objects::nonNull)
                .toList();
        String hash = passwords.hash(Viewer.Kind.OFFICER, wanted.password(), context);
        Subject subject = Subject.setup(RequestContext.current().address());
        boolean allowed = attempts.take(subject);
        Object id = em.createNativeQuery("select first_administrator(?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, allowed ? digest(wanted.setupCode()) : "")
                .setParameter(2, wanted.login())
                .setParameter(3, wanted.nameZh())
                .setParameter(4, wanted.nameEn())
                .setParameter(5, wanted.mail())
                .setParameter(6, wanted.language().code())
                .setParameter(7, hash)
                .setParameter(8, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(9, clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
        if (!(id instanceof Number)) {
            throw Problem.invalid("setupCode", "identity.invalid.setup-code");
        }
        attempts.succeeded(subject);
    }

    /** As the launcher keeps it: the SHA-256 of its letters and figures, in hexadecimal. */
    static String digest(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return HexFormat.of().formatHex(Digests.sha256(plain));
    }
}

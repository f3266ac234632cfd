package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Reads certificates for who may have them, and says of a number whether it is one. */
@ApplicationScoped
public class Certificates {

    /** How a number is written. */
    static final String NUMBER = "20[0-9]{2}-C[0-9]{6,9}";

    private static final String SELECT =
            "select " + CertificateView.COLUMNS + " from training_certificate_sheet h where ";
    private static final String ONE = SELECT + "h.id = ?1";
    private static final String OF_SESSION = SELECT + "h.session_id = ?1 and h.id > ?2 order by h.id limit ?3";
    private static final String VALID =
            SELECT + "h.session_id = ?1 and h.revoked_at is null and h.id > ?2 order by h.id limit ?3";
    private static final String OF_ENTERPRISE =
            SELECT + "h.enterprise_id = ?1 and h.id < ?2 order by h.id desc limit ?3";
    private static final String OF_REGISTRATION = SELECT
            + "h.id in (select c.id from training_certificate c join training_attendance a on a.id = c.attendance_id"
            + " where a.registration_id = ?1) order by h.revoked_at is not null, h.id desc limit 1";
    private static final String BY_LINK =
            "select " + CertificateView.COLUMNS + " from training_certificate_by_link(?1, ?2) h";
    private static final String CHECKED = "select number, day, revoked_on, name, title_zh, title_en, unit_zh, unit_en,"
            + " minutes from training_certificate_checked(?1, cast(?2 as text))";

    @Inject
    private Bound bound;

    @Inject
    private AfterSessions sessions;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    /** @throws Problem 404 when there is none the viewer sees */
    @Transactional
    public CertificateView get(long id) {
        return Rows.one(bound.query(ONE, id), CertificateView::of).orElseThrow(Problem::notFound);
    }

    /** Those of a session, in the order of their numbers. @throws Problem 404 as for the session */
    @Transactional
    public Slice<CertificateView> of(long session, long after, int limit) {
        sessions.get(session);
        return slice(bound.query(OF_SESSION, session, after, limit + 1), limit);
    }

    /** Those that are valid, to be printed. @throws Problem 404 as for the session */
    @Transactional
    Slice<CertificateView> valid(long session, long after, int limit) {
        sessions.get(session);
        return slice(bound.query(VALID, session, after, limit + 1), limit);
    }

    /** Those of people of the enterprise the viewer acts for, the newest first. @throws Problem 404 when he acts for none */
    @Transactional
    public Slice<CertificateView> mine(long before, int limit) {
        return slice(bound.query(OF_ENTERPRISE, enterprise(), before, limit + 1), limit);
    }

    private long enterprise() {
        Long enterprise = viewer.require().enterpriseId();
        if (enterprise == null) {
            throw Problem.notFound();
        }
        return enterprise;
    }

    private static Slice<CertificateView> slice(Query query, int limit) {
        return Slice.of(Rows.list(query, CertificateView::of), limit, CertificateView::id);
    }

    /** That of who has the key; a valid one where he has several. */
    @Transactional
    Optional<CertificateView> of(AttendeeKey key) {
        return Rows.one(
                bound.query(BY_LINK, key.bytes(), clock.instant().atOffset(ZoneOffset.UTC)), CertificateView::of);
    }

    /** That of a registration of the viewer's own or his enterprise's. */
    @Transactional
    Optional<CertificateView> of(RegistrationView seen) {
        return of(AttendeeKey.of(seen))
                .or(() -> Rows.one(bound.query(OF_REGISTRATION, seen.id()), CertificateView::of));
    }

    /**
     * What anybody may know of a number. Who tries many that are none has to wait.
     *
     * @param code as it stands beside the number, or null
     * @return nothing when there is no such number, or the code is another one's
     */
    @Transactional
    public Optional<VerifiedView> verified(@Nullable String number, @Nullable String code) {
        Optional<VerifiedView> found = find(plain(number), plain(code));
        if (found.isEmpty()) {
            limits.takeFor(
                    Limit.BAD_TOKEN, "certificate:" + RequestContext.current().address());
        }
        return found;
    }

    private Optional<VerifiedView> find(@Nullable String number, @Nullable String code) {
        return number == null || !number.matches(NUMBER)
                ? Optional.empty()
                : Rows.one(bound.query(CHECKED, number, code), VerifiedView::of);
    }

    /** As it is written, whatever was typed for it. */
    private static @Nullable String plain(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? null
                : typed.replace(" ", "").strip().toUpperCase(Locale.ROOT);
    }
}

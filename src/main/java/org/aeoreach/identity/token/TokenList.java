package org.aeoreach.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** The tokens the viewer may see: his own, and those of people whose home is in his unit or below. */
@ApplicationScoped
public class TokenList {

    private static final String COLUMNS =
            "select t.id, t.name, t.scope, r.role, n.zh, n.en, t.created_at, t.expires_at,"
                    + " t.revoked_at, t.last_used_at, t.last_used_from, exists (select from acting_roles(t.account_id, ?1) a"
                    + " where a.assignment_id = t.assignment_id and a.substitution_id is null), e.name_zh, e.name_en"
                    + " from access_token t"
                    + " left join role_assignment r on r.id = t.assignment_id"
                    + " left join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
                    + " left join acting_enterprise(t.account_id, t.assignment_id, ?1) e on true where t.account_id = ?2";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The newest first. */
    @Transactional
    public Slice<TokenView> of(long account, long before, int limit) {
        Query query = query(account, " and t.id < ?3 order by t.id desc limit ?4")
                .setParameter(3, before)
                .setParameter(4, limit + 1);
        Instant now = clock.instant();
        return Slice.of(Rows.list(query, row -> view(row, now)), limit, TokenView::id);
    }

    /** @throws Problem 404 when the person has no such token */
    @Transactional
    public TokenView get(long account, long id) {
        Instant now = clock.instant();
        Query query = query(account, " and t.id = ?3").setParameter(3, id);
        return Rows.one(query, row -> view(row, now)).orElseThrow(Problem::notFound);
    }

    private Query query(long account, String end) {
        return em.createNativeQuery(COLUMNS + end)
                .setParameter(1, java.sql.Date.valueOf(Time.today(clock)))
                .setParameter(2, account);
    }

    @Transactional
    String orgPath(long id) {
        Query query = em.createNativeQuery("select org_path from access_token where id = ?")
                .setParameter(1, id);
        return Rows.one(query, row -> row.text(0)).orElseThrow(Problem::notFound);
    }

    /** How many the person has that are neither expired nor revoked. */
    @Transactional
    int live(long account) {
        return ((Number) em.createNativeQuery("select count(*) from access_token where account_id = ?"
                                + " and revoked_at is null and expires_at > ?")
                        .setParameter(1, account)
                        .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .intValue();
    }

    /** Whether the form was sent before. */
    @Transactional
    boolean sent(long account, @Nullable String formKey) {
        Query query = em.createNativeQuery("select 1 from access_token where account_id = ? and form_key = ?")
                .setParameter(1, account)
                .setParameter(2, formKey);
        return formKey != null && Rows.one(query, row -> row.id(0)).isPresent();
    }

    private static TokenView view(Rows.Row row, Instant now) {
        Instant end = row.instant(7);
        Instant revoked = row.instantOrNull(8);
        return new TokenView(
                row.id(0),
                row.text(1),
                TokenScope.valueOf(row.text(2)),
                status(revoked, end.isAfter(now), row.flag(11)),
                Optional.ofNullable(row.textOrNull(3)).map(Role::valueOf).orElse(null),
                row.textOrNull(4),
                row.textOrNull(5),
                row.textOrNull(12),
                row.textOrNull(13),
                row.instant(6),
                end.atZone(Time.ZONE).toLocalDate().minusDays(1),
                revoked,
                row.instantOrNull(9),
                row.textOrNull(10));
    }

    private static TokenView.Status status(@Nullable Instant revoked, boolean lasts, boolean held) {
        if (revoked != null) {
            return TokenView.Status.REVOKED;
        }
        if (!lasts) {
            return TokenView.Status.EXPIRED;
        }
        return held ? TokenView.Status.LIVE : TokenView.Status.ROLE_OVER;
    }
}

package org.aeoreach.enterprise.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.CustomsCode;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.enterprise.Welcome;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** What happens before somebody is signed in: a claim is made, and a link to the address on file decides it. */
@ApplicationScoped
public class Claims {

    /** How long the link to the address on file can be used. */
    static final Duration LINK_LIFE = Duration.ofDays(7);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnterpriseMail mail;

    @Inject
    private Welcome welcome;

    @Inject
    private Clock clock;

    /**
     * What the first user of an enterprise says of himself.
     *
     * @param officer whether an officer of the house shall check, rather than the address on file
     */
    public record Application(
            @NotBlank @Size(max = 30) String customsCode,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 254) String mail,
            @NotNull Language language,
            @NotBlank @Size(max = 500) String statement,
            boolean officer) {}

    /** What the owner of the address on file sees before he decides. */
    public record Asked(
            String name,
            String mail,
            String language,
            String statement,
            Instant createdAt,
            String enterpriseZh,
            @Nullable String enterpriseEn,
            String customsCode) {}

    private record Outcome(
            String kind,
            long claimId,
            @Nullable Long enterpriseId,
            String enterpriseZh,
            @Nullable String enterpriseEn,
            @Nullable String mailOnFile,
            String orgPath) {

        EnterpriseMail.About about() {
            return new EnterpriseMail.About(enterpriseId, orgPath);
        }
    }

    /**
     * Takes a claim. Nothing tells the caller what became of it.
     *
     * @throws Problem 400 when a field has not its form, which can be seen without knowing any enterprise
     */
    @Transactional
    public void apply(Application application) {
        MailAddress.of("mail", application.mail());
        HeaderText.of("name", application.name());
        LinkToken token = LinkToken.fresh();
        Outcome outcome = outcome(CustomsCode.of("customsCode", application.customsCode()), application, token);
        switch (outcome.kind()) {
            case "LINK" -> askAddressOnFile(application, outcome, token);
            case "TAKEN" -> tellAdministrators(application, outcome);
            default -> {
                // The house sees it in its list; of an unknown code, and of too many claims, nothing is kept.
            }
        }
        audit.record(
                "enterprise.claim",
                new AuditTrail.Subject("enterprise_claim", outcome.claimId(), outcome.orgPath()),
                Changes.none().with("outcome", outcome.kind()).with("enterprise", outcome.enterpriseId()));
    }

    private Outcome outcome(CustomsCode code, Application application, LinkToken token) {
        Query query = em.createNativeQuery("select outcome, claim_id, enterprise_id, name_zh, name_en, mail_on_file,"
                        + " org_path from claim_enterprise(?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, code.text())
                .setParameter(2, application.name().strip())
                .setParameter(3, application.mail())
                .setParameter(4, application.language().code())
                .setParameter(5, application.statement().strip())
                .setParameter(6, application.officer())
                .setParameter(7, token.hash())
                .setParameter(8, clock.instant().plus(LINK_LIFE).atOffset(ZoneOffset.UTC))
                .setParameter(9, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.one(
                        query,
                        row -> new Outcome(
                                row.text(0),
                                row.id(1),
                                row.idOrNull(2),
                                row.textOrNull(3) == null ? "" : row.text(3),
                                row.textOrNull(4),
                                row.textOrNull(5),
                                row.text(6)))
                .orElseThrow(Problem::notFound);
    }

    private void askAddressOnFile(Application application, Outcome outcome, LinkToken token) {
        var onFile = new Addressee(
                outcome.enterpriseZh(), outcome.enterpriseEn(), String.valueOf(outcome.mailOnFile()), Language.ZH);
        mail.send(
                "enterprise-claim",
                onFile,
                outcome.about(),
                language -> Map.of(
                        "enterprise", language.pick(outcome.enterpriseZh(), outcome.enterpriseEn()),
                        "name", application.name(),
                        "address", application.mail(),
                        "days", Long.toString(LINK_LIFE.toDays()),
                        "decide", "/portal/claim/" + token.text()));
    }

    private void tellAdministrators(Application application, Outcome outcome) {
        for (var administrator : mail.administrators(Objects.requireNonNull(outcome.enterpriseId()))) {
            mail.send(
                    "enterprise-claim-taken",
                    administrator,
                    outcome.about(),
                    language -> Map.of(
                            "enterprise", language.pick(outcome.enterpriseZh(), outcome.enterpriseEn()),
                            "name", application.name(),
                            "address", application.mail(),
                            "users", "/portal/my/users"));
        }
    }

    /** The claim a link asks about, while it can be decided. */
    @Transactional
    public Optional<Asked> asked(LinkToken token) {
        Query query = em.createNativeQuery(
                        "select name, mail, language, statement, created_at, enterprise_zh, enterprise_en,"
                                + " customs_code from claim_of_link(?, ?)")
                .setParameter(1, token.hash())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC));
        return Rows.one(
                query,
                row -> new Asked(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.instant(4),
                        row.text(5),
                        row.textOrNull(6),
                        row.text(7)));
    }

    /**
     * Uses a link, once.
     *
     * @throws Problem 404 when it cannot be used, or not any more
     */
    @Transactional
    public void decide(LinkToken token, Verdict verdict) {
        boolean confirmed = verdict.confirmed();
        Asked asked = asked(token).orElseThrow(Problem::notFound);
        Query query = em.createNativeQuery(Decided.COLUMNS + "decide_claim_by_link(?, ?, ?, ?)")
                .setParameter(1, token.hash())
                .setParameter(2, confirmed)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, java.sql.Date.valueOf(Time.today(clock)));
        Decided decided = Rows.one(query, Decided::of).orElseThrow(Problem::notFound);
        audit.record(
                confirmed ? "enterprise.confirm-claim" : "enterprise.refuse-claim",
                new AuditTrail.Subject("enterprise_claim", decided.claimId(), decided.orgPath()),
                Changes.none().with("enterprise", decided.enterpriseId()).with("way", ClaimView.Way.MAIL));
        if (confirmed) {
            welcome.send(
                    decided.newcomer(Addressee.of(asked.name(), asked.mail(), asked.language())),
                    new Welcome.To(
                            asked.enterpriseZh(),
                            asked.enterpriseEn(),
                            new EnterpriseMail.About(decided.enterpriseId(), decided.orgPath())));
        }
    }
}

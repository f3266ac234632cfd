package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Arrival;
import org.aeoreach.enquiry.Arrived;
import org.aeoreach.enquiry.AskerLinks;
import org.aeoreach.enquiry.AskerMail;
import org.aeoreach.enquiry.EnquiryChannel;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.NewEnquiry;
import org.aeoreach.enquiry.NewMessage;
import org.aeoreach.enquiry.Supplements;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.upload.Held;
import org.jspecify.annotations.Nullable;

/** Asks, for who is signed in for his enterprise and for who has no account. */
@ApplicationScoped
public class Asking {

    /** How long an address can be confirmed. */
    static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    /** Longest question, in characters. */
    public static final int LONGEST = 20_000;

    private static final String UNIT =
            "select id, org_path from unit where id = enquiry_unit_now(coalesce(cast(?1 as bigint),"
                    + " (select unit_id from enterprise where id = cast(?2 as bigint))))";

    @Inject
    private Arrival arrival;

    @Inject
    private Supplements supplements;

    @Inject
    private Attachments attachments;

    @Inject
    private AuditTrail audit;

    @Inject
    private AskerMail letters;

    @Inject
    private AskerLinks links;

    @Inject
    private Outbox outbox;

    @Inject
    private UnitScope scope;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Configuration configuration;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /**
     * A question of a signed-in person.
     *
     * @param unitId another unit than the house of the enterprise, or null
     * @param forColleagues whether other users of the enterprise see it where its administrator lets them
     */
    public record Question(
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = LONGEST) String body,
            @Nullable Long unitId,
            boolean forColleagues) {}

    /** A question of somebody without an account. */
    public record Stranger(
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = LONGEST) String body,
            @NotNull Long unitId,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 254) String mail,
            @Nullable @Size(max = 60) String phone,
            @NotNull Language language) {}

    private record Answering(long id, String path) {}

    /** Words to be added to a thread. */
    public record Words(@NotBlank @Size(max = LONGEST) String body) {}

    /** Asks for the enterprise the viewer acts for; his language is that of his settings. */
    @Transactional
    public Arrived ask(Question question, Attachments.Batch files) {
        Viewer me = viewer.require();
        Viewer.Enterprise enterprise = me.enterprise();
        if (enterprise == null) {
            throw Problem.forbidden();
        }
        Language language = me.settings().language();
        String mail = Rows.one(
                        bound.query("select coalesce(mail, '') from account where id = ?1", me.accountId()),
                        row -> row.text(0))
                .filter(MailAddress::isWellFormed)
                .orElse(null);
        var asker = new EnquiryView.Asker(me.name(language), mail, null, null, me.accountId());
        HeaderText subject = HeaderText.of("subject", question.subject().strip());
        NewEnquiry asked = NewEnquiry.of(EnquiryChannel.PORTAL, language, subject.text(), question.body(), asker)
                .withEnterprise(enterprise.id(), question.forColleagues())
                .withUnit(question.unitId(), null);
        Answering unit = answering(question.unitId(), enterprise.id());
        Arrived arrived = arrival.take(asked.withFiles(attachments.keep(files, unit.id(), unit.path())));
        receipt(arrived.id(), arrived.orgPath());
        return arrived;
    }

    private Answering answering(@Nullable Long unitId, @Nullable Long enterpriseId) {
        return Rows.one(bound.query(UNIT, unitId, enterpriseId), row -> new Answering(row.id(0), row.text(1)))
                .orElseThrow(() -> Problem.invalid("unitId", "ask.invalid.unit"));
    }

    private void receipt(long enquiryId, String orgPath) {
        scope.run(orgPath, () -> {
            letters.send(enquiryId, "enquiry-received", Map.of());
            return enquiryId;
        });
    }

    /**
     * Keeps a question with its files until its asker has followed the link sent to the address he gave. Nothing is looked
     * up: a known address is treated as any other.
     *
     * @return the number it will have
     * @throws Problem 400 at the field; at {@code file} too while those of others that wait leave no room
     */
    @Transactional
    public String keep(Stranger question, Attachments.Batch files) {
        MailAddress address = MailAddress.of("mail", question.mail().strip());
        HeaderText name = HeaderText.of("name", question.name().strip());
        HeaderText subject = HeaderText.of("subject", question.subject().strip());
        String path = answering(question.unitId(), null).path();
        LinkToken token = LinkToken.fresh();
        JsonObject kept = JsonText.JSON
                .createObjectBuilder()
                .add("subject", subject.text())
                .add("body", question.body())
                .add("unitId", question.unitId())
                .add("name", name.text())
                .add("mail", address.text())
                .add("phone", Objects.requireNonNullElse(question.phone(), "").strip())
                .add("language", question.language().code())
                .add(HeldFiles.FIELD, HeldFiles.write(files))
                .build();
        String number = Rows.one(
                        bound.query(
                                "select enquiry_intake_kept(cast(?1 as jsonb), ?2, ?3, ?4)",
                                kept.toString(),
                                token.hash(),
                                clock.instant().plus(CONFIRMED_WITHIN).atOffset(ZoneOffset.UTC),
                                waiting()),
                        row -> Optional.ofNullable(row.textOrNull(0)))
                .flatMap(given -> given)
                .orElseThrow(() -> Problem.invalid("file", "ask.invalid.no-room"));
        attachments.hold(files);
        Map<String, String> words = Map.of(
                "number",
                number,
                "subject",
                subject.text(),
                "days",
                Long.toString(CONFIRMED_WITHIN.toDays()),
                "status",
                "/portal/ask/status/" + token.text());
        outbox.send(new Letter("enquiry-confirm", question.language(), address, name, words, path));
        audit.record("enquiry.keep-question", new AuditTrail.Subject("enquiry_intake", number, path), Changes.none());
        return number;
    }

    /** Bytes files of questions that wait for their confirmation may take together. */
    private long waiting() {
        return (long) configuration.number("aeo.enquiry.waiting.megabytes", 2048) << 20;
    }

    /**
     * Enters a question whose asker has confirmed his address; the same link shows it from then on. Who confirms again
     * is none the worse: it is there, once.
     *
     * @throws Problem 404 when the link is over
     */
    @Transactional
    public void confirm(LinkToken token) {
        Optional<String> question = Rows.one(
                        bound.query(
                                "select enquiry_intake_taken(?1, ?2)",
                                token.hash(),
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> row.textOrNull(0) == null ? "" : row.text(0))
                .filter(text -> !text.isEmpty());
        if (question.isPresent()) {
            enter(token, JsonText.object(question.get()));
        } else if (links.open(token)
                .filter(opened -> opened.enquiry() != null && opened.purpose() == AskerLinks.Purpose.STATUS)
                .isEmpty()) {
            throw new Problem(404, "ask.problem.link-over");
        }
    }

    private void enter(LinkToken token, JsonObject kept) {
        Arrived arrived = arrival.take(kept(kept).withFiles(files(kept)));
        bound.query(
                        "select 1 from enquiry_intake_entered(?1, ?2, ?3)",
                        token.hash(),
                        arrived.id(),
                        clock.instant().plus(AskerLinks.LIFE).atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    private List<Long> files(JsonObject question) {
        List<Held> held = HeldFiles.read(question);
        if (held.isEmpty()) {
            return List.of();
        }
        Answering unit = answering(question.getJsonNumber("unitId").longValue(), null);
        return attachments.keepHeld(held, unit.id(), unit.path());
    }

    private static NewEnquiry kept(JsonObject question) {
        String phone = question.getString("phone");
        var asker = new EnquiryView.Asker(
                question.getString("name"), question.getString("mail"), phone.isEmpty() ? null : phone, null, null);
        return NewEnquiry.of(
                        EnquiryChannel.PORTAL,
                        Objects.requireNonNull(Language.of(question.getString("language"))),
                        question.getString("subject"),
                        question.getString("body"),
                        asker)
                .withUnit(question.getJsonNumber("unitId").longValue(), null)
                .withNumber(question.getString("number"));
    }

    /** Adds words of the viewer to an enquiry he sees. */
    @Transactional
    public Supplements.Added add(AskedView enquiry, Words words, Attachments.Batch files) {
        String path = enquiry.unit().path();
        Long account = viewer.get().map(Viewer::accountId).orElse(null);
        List<Long> kept = attachments.keep(files, enquiry.unit().id(), path);
        Supplements.Added added = supplements.add(
                new Supplements.Known(enquiry.id(), path),
                new NewMessage(MessageKind.SUPPLEMENT, enquiry.language(), words.body(), account, null, null, kept));
        if (added.anew()) {
            receipt(added.enquiryId(), path);
        }
        return added;
    }
}

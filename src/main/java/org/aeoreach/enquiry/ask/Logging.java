package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.aeoreach.enquiry.Arrival;
import org.aeoreach.enquiry.Arrived;
import org.aeoreach.enquiry.EnquiryChannel;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.NewEnquiry;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Writes down what was asked by phone, at the counter or in another way without the portal. */
@ApplicationScoped
public class Logging {

    private static final String ENTERPRISE = "select unit_id, org_path from enterprise where id = ?1"
            + " and merged_into is null and org_path >= ?2 and org_path < ?3";
    private static final String PERSONS = "select c.id, c.name_zh, c.name_en from contact_person c"
            + " where c.enterprise_id = ?1 and c.ended_at is null and c.erased_at is null"
            + " order by c.name_zh collate pinyin, c.id limit 200";
    private static final String PERSON = "select name_zh, mail, phone from contact_person where id = ?1"
            + " and enterprise_id = ?2 and ended_at is null and erased_at is null";

    @Inject
    private Arrival arrival;

    @Inject
    private Attachments attachments;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Bound bound;

    /**
     * A question as an officer writes it down.
     *
     * @param personId a contact person of the enterprise, or null
     * @param name of the asker; may be left out where a person is chosen
     * @param priority 1 urgent, 2 normal, 3 low
     * @param take whether the officer answers it himself; else it is routed as any other
     * @param forColleagues whether the users of the enterprise see it where its administrator lets them
     */
    public record Logged(
            @NotNull EnquiryChannel channel,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = Asking.LONGEST) String body,
            @Nullable Long enterpriseId,
            @Nullable Long personId,
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 254) String mail,
            @Nullable @Size(max = 60) String phone,
            @NotNull Language language,
            @Nullable @Size(max = 60) String topic,
            @Min(1) @Max(3) int priority,
            boolean take,
            boolean forColleagues) {}

    private record House(long id, String path) {}

    /**
     * Takes it in: to the officer himself, else to the house of the enterprise, else to his own unit.
     *
     * @throws Problem 400 at the field: no name, an enterprise or person out of reach, no such topic
     */
    @Transactional
    public Arrived log(Logged logged, Attachments.Batch files) {
        Viewer me = viewer.require();
        if (logged.channel() == EnquiryChannel.PORTAL || logged.channel() == EnquiryChannel.MAIL) {
            throw Problem.invalid("channel", "ask.invalid.channel");
        }
        Long enterprise = logged.enterpriseId();
        House mine = new House(me.unitId(), me.orgPath());
        House house = enterprise == null
                ? mine
                : Rows.one(
                                bound.query(ENTERPRISE, enterprise, me.lo(), me.hi()),
                                row -> new House(row.id(0), row.text(1)))
                        .orElseThrow(() -> Problem.invalid("enterpriseId", "ask.invalid.enterprise"));
        House answering = logged.take() ? mine : house;
        NewEnquiry question = NewEnquiry.of(
                        logged.channel(),
                        logged.language(),
                        HeaderText.of("subject", logged.subject().strip()).text(),
                        logged.body(),
                        asker(logged))
                .withEnterprise(enterprise, logged.forColleagues())
                .withUnit(answering.id(), logged.take() ? me.accountId() : null)
                .withTopic(topic(logged.topic()), logged.priority())
                .withFiles(attachments.keep(files, answering.id(), answering.path()));
        return arrival.take(question);
    }

    private EnquiryView.Asker asker(Logged logged) {
        EnquiryView.Asker person = person(logged);
        String name = or(logged.name(), person == null ? null : person.name());
        String mail = or(logged.mail(), person == null ? null : person.mail());
        String phone = or(logged.phone(), person == null ? null : person.phone());
        if (name == null) {
            throw Problem.invalid("name", "ask.invalid.name");
        }
        HeaderText.of("name", name);
        return new EnquiryView.Asker(
                name, mail == null ? null : MailAddress.of("mail", mail).text(), phone, logged.personId(), null);
    }

    private EnquiryView.@Nullable Asker person(Logged logged) {
        return logged.personId() == null
                ? null
                : Rows.one(
                                bound.query(
                                        PERSON,
                                        logged.personId(),
                                        Objects.requireNonNullElse(logged.enterpriseId(), 0L)),
                                row -> new EnquiryView.Asker(
                                        row.text(0), row.textOrNull(1), row.textOrNull(2), null, null))
                        .orElseThrow(() -> Problem.invalid("personId", "ask.invalid.person"));
    }

    private static @Nullable String or(@Nullable String typed, @Nullable String known) {
        return typed == null || typed.isBlank() ? known : typed.strip();
    }

    private @Nullable String topic(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Rows.one(bound.query("select code from library_topic where code = ?1", code), row -> row.text(0))
                .orElseThrow(() -> Problem.invalid("topic", "ask.invalid.topic"));
    }

    /** The contact persons of an enterprise as options of a form; none for none. */
    @Transactional
    public List<Option> persons(@Nullable Long enterprise, Page page) {
        return enterprise == null
                ? List.of()
                : Rows.list(
                        bound.query(PERSONS, enterprise),
                        row -> new Option(Long.toString(row.id(0)), page.pick(row.text(1), row.textOrNull(2))));
    }
}

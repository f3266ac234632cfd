package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aeoreach.campaign.Audience;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Contact;
import org.aeoreach.outreach.Direction;
import org.aeoreach.outreach.TouchpointWriter;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/**
 * Notes what became of letters. An enterprise to which one was sent has one contact by mail of it in the ledger, however
 * many of its people got one; a letter that was taken back or that the mail server refused is none. One that went to an
 * address several share counts for the enterprises of all of them that belong to its audience.
 */
@ApplicationScoped
class LogContacts {

    private static final int CHUNK = 100;

    // An enterprise that has gone elsewhere since, or was merged, is written about by nobody here.
    private static final String LEFT = "select l.id, l.enterprise_id, coalesce(m.status, 'SENT') as became,"
            + " coalesce(m.sent_at, l.written_at) as left_at, c.id as person, e.id is not null and not exists (select from"
            + " campaign_mailing_letter o where o.mailing_id = l.mailing_id and o.enterprise_id = l.enterprise_id"
            + " and o.touchpoint_id is not null) as first, l.audience,"
            + " l.shared_with is null or p.audience = l.audience as told from campaign_mailing_letter l"
            + " left join campaign_mailing_letter p on p.id = l.shared_with left join mail m on m.id = l.mail_id"
            + " left join enterprise e on e.id = l.enterprise_id and e.merged_into is null"
            + " and e.org_path >= nullif(current_setting('app.write_lo', true), '')"
            + " and e.org_path < current_setting('app.write_hi', true)"
            + " left join contact_person c on c.id = l.person_id and c.enterprise_id = l.enterprise_id"
            + " and c.erased_at is null where l.mailing_id = ?"
            + " and (l.status = 'WRITTEN' and (l.mail_id is null or m.status in ('SENT', 'DEAD'))"
            + " or l.status = 'FAILED' and m.status = 'SENT') order by l.enterprise_id, l.id limit ?";

    private Bound bound;
    private Mailings mailings;
    private TouchpointWriter touchpoints;

    @SuppressWarnings("NullAway.Init")
    LogContacts() {}

    @Inject
    LogContacts(Bound bound, Mailings mailings, TouchpointWriter touchpoints) {
        this.bound = bound;
        this.mailings = mailings;
        this.touchpoints = touchpoints;
    }

    /** @param told whether it says what is meant for his audience, which a letter to another one's address may not */
    private record Left(
            long id, boolean sent, Instant at, @Nullable Long person, boolean first, Audience audience, boolean told) {

        static Left of(Rows.Row row) {
            return new Left(
                    row.id(0),
                    row.text(2).equals("SENT"),
                    row.instant(3),
                    row.idOrNull(4),
                    row.flag(5),
                    Audience.valueOf(row.text(6)),
                    row.flag(7));
        }
    }

    /** Notes some of them. @return whether there may be more */
    @Transactional
    public boolean some(long id) {
        bound.query("select id from campaign_mailing where id = ? for update", id)
                .getResultList();
        List<Rows.Row> rows = Rows.list(bound.query(LEFT, id, CHUNK), row -> row);
        if (rows.isEmpty()) {
            return false;
        }
        MailingView mailing = mailings.find(id).orElseThrow();
        Map<Long, List<Left>> byEnterprise = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.id(1), LinkedHashMap::new, Collectors.mapping(Left::of, Collectors.toList())));
        byEnterprise.forEach((enterprise, letters) -> note(mailing, enterprise, letters));
        return rows.size() == CHUNK;
    }

    private void note(MailingView mailing, long enterprise, List<Left> letters) {
        List<Left> sent = letters.stream().filter(Left::sent).toList();
        letters.stream().filter(letter -> !letter.sent()).forEach(letter -> became(letter, "FAILED", null));
        List<Left> told = sent.stream().filter(Left::told).toList();
        Long touchpoint = !told.isEmpty() && told.get(0).first() ? contact(mailing, enterprise, told) : null;
        sent.forEach(letter -> became(letter, "SENT", letter.told() ? touchpoint : null));
    }

    private void became(Left letter, String status, @Nullable Long touchpoint) {
        bound.query(
                        "update campaign_mailing_letter set status = ?, touchpoint_id = cast(? as bigint),"
                                + " left_at = cast(? as timestamptz) where id = ?",
                        status,
                        touchpoint == null ? null : Long.toString(touchpoint),
                        letter.sent() ? letter.at().toString() : null,
                        letter.id())
                .executeUpdate();
    }

    private long contact(MailingView mailing, long enterprise, List<Left> sent) {
        ZonedDateTime at = sent.get(0).at().atZone(Time.ZONE).truncatedTo(ChronoUnit.MINUTES);
        Set<Long> people =
                sent.stream().map(Left::person).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        String subject = mailing.text(sent.get(0).audience())
                .map(text -> text.subject(Language.ZH))
                .orElse(mailing.titleZh());
        Contact contact = new Contact(
                at.toLocalDate(),
                at.toLocalTime(),
                Channel.MAIL,
                Direction.OUT,
                null,
                Set.of(enterprise),
                Set.of(),
                Set.of(),
                people,
                null,
                List.of(),
                subject,
                null,
                null,
                true,
                true,
                List.of());
        return touchpoints.insert(contact, "mailing");
    }
}

package org.aeoreach.enquiry;

import java.util.List;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A question that has come in, by whatever channel.
 *
 * @param language of the asker
 * @param enterpriseId the enterprise he asks for, or null
 * @param unitId the unit it is to go to; null: the house of the enterprise
 * @param officerId who takes it at once, or null: it is routed
 * @param priority 1 urgent, 2 normal, 3 low
 * @param files numbers of stored files
 * @param mail it came by, or null
 * @param number one that was given out beforehand, or null
 * @param relatedTo the enquiry it goes on from, or null
 */
public record NewEnquiry(
        EnquiryChannel channel,
        Language language,
        String subject,
        String body,
        EnquiryView.Asker asker,
        @Nullable Long enterpriseId,
        @Nullable Long unitId,
        @Nullable Long officerId,
        boolean forColleagues,
        @Nullable String topic,
        int priority,
        List<Long> files,
        @Nullable CameByMail mail,
        @Nullable String number,
        @Nullable Long relatedTo) {

    public NewEnquiry {
        files = List.copyOf(files);
    }

    /** One that is routed, with the rest left open. */
    public static NewEnquiry of(
            EnquiryChannel channel, Language language, String subject, String body, EnquiryView.Asker asker) {
        return new NewEnquiry(
                channel, language, subject, body, asker, null, null, null, false, null, 2, List.of(), null, null, null);
    }

    /** The same for an enterprise, null for none. */
    public NewEnquiry withEnterprise(@Nullable Long enterprise, boolean colleagues) {
        return new NewEnquiry(
                channel,
                language,
                subject,
                body,
                asker,
                enterprise,
                unitId,
                officerId,
                colleagues,
                topic,
                priority,
                files,
                mail,
                number,
                relatedTo);
    }

    /** The same for a unit, and for an officer of it who takes it at once, or null. */
    public NewEnquiry withUnit(@Nullable Long unit, @Nullable Long officer) {
        return new NewEnquiry(
                channel,
                language,
                subject,
                body,
                asker,
                enterpriseId,
                unit,
                officer,
                forColleagues,
                topic,
                priority,
                files,
                mail,
                number,
                relatedTo);
    }

    /** The same on a topic, null for none, with a priority. */
    public NewEnquiry withTopic(@Nullable String code, int urgency) {
        return new NewEnquiry(
                channel,
                language,
                subject,
                body,
                asker,
                enterpriseId,
                unitId,
                officerId,
                forColleagues,
                code,
                urgency,
                files,
                mail,
                number,
                relatedTo);
    }

    public NewEnquiry withFiles(List<Long> stored) {
        return new NewEnquiry(
                channel,
                language,
                subject,
                body,
                asker,
                enterpriseId,
                unitId,
                officerId,
                forColleagues,
                topic,
                priority,
                stored,
                mail,
                number,
                relatedTo);
    }

    /** The same as it came by mail, or null. */
    public NewEnquiry withMail(@Nullable CameByMail inbound) {
        return new NewEnquiry(
                channel,
                language,
                subject,
                body,
                asker,
                enterpriseId,
                unitId,
                officerId,
                forColleagues,
                topic,
                priority,
                files,
                inbound,
                number,
                relatedTo);
    }

    /** The same under a number given out beforehand. */
    public NewEnquiry withNumber(@Nullable String given) {
        return new NewEnquiry(
                channel,
                language,
                subject,
                body,
                asker,
                enterpriseId,
                unitId,
                officerId,
                forColleagues,
                topic,
                priority,
                files,
                mail,
                given,
                relatedTo);
    }

    /** The same as the continuation of one that was closed long ago. */
    public NewEnquiry following(@Nullable Long closed) {
        return new NewEnquiry(
                channel,
                language,
                subject,
                body,
                asker,
                enterpriseId,
                unitId,
                officerId,
                forColleagues,
                topic,
                priority,
                files,
                mail,
                number,
                closed);
    }
}

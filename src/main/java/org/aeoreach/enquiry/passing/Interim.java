package org.aeoreach.enquiry.passing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.enquiry.AskerMail;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryLevel;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.NewMessage;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitNames;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;

/** Tells an asker that a level above looks at his question. */
@ApplicationScoped
public class Interim {

    private static final String FOLLOWERS = "select enquiry, desk from enquiry_followers(?1)";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Thread thread;

    @Inject
    private AskerMail letters;

    @Inject
    private Outbox outbox;

    @Inject
    private Bound bound;

    @Inject
    private UnitNames names;

    @Inject
    private Messages messages;

    @Inject
    private UnitScope scope;

    @Inject
    private CurrentViewer viewer;

    private record Follower(long enquiry, String desk) {}

    /** The askers of those merged into it too, each in the scope of the unit whose turn that one is. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tellAll(EnquiryView leading, long unitId) {
        tell(leading, leading.work().level(), unitId);
        for (Follower each :
                Rows.list(bound.query(FOLLOWERS, leading.id()), row -> new Follower(row.id(0), row.text(1)))) {
            scope.run(each.desk(), () -> {
                tell(enquiries.get(each.enquiry()), leading.work().level(), unitId);
                return each;
            });
        }
    }

    /** The asker of one that was merged into another which a level above looks at already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellMerged(EnquiryView merged, EnquiryView leading) {
        EnquiryLevel mine = merged.work().level();
        if (leading.work().status() != EnquiryStatus.ANSWERED
                && leading.work().level().compareTo(mine) > 0) {
            tell(merged, mine, leading.work().desk().id());
        }
    }

    /** In his language, in his thread and by mail. @param unitId the unit that looks at it from now on */
    private void tell(EnquiryView enquiry, EnquiryLevel level, long unitId) {
        Language language = enquiry.language();
        UnitNames.Name name = names.of(unitId).orElseThrow();
        String above = language.pick(name.zh(), name.en());
        String unit = language.pick(enquiry.unit().zh(), enquiry.unit().en());
        String body = messages.text(language, "passing.interim", above, unit);
        Viewer me = viewer.require();
        var by = new NewMessage.By(me.unitId(), level, null, null, null);
        long message =
                thread.add(enquiry.id(), NewMessage.ofCustoms(MessageKind.INTERIM, language, body, me.accountId(), by));
        letters.letter(enquiry.id(), "enquiry-interim", Map.of("above", above, "unit", unit))
                .ifPresent(letter -> bound.query(
                                "update enquiry_message set mail_id = ?2 where id = ?1",
                                message,
                                outbox.sendNumbered(List.of(letter)).get(0))
                        .executeUpdate());
    }
}

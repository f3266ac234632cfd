package org.aeoreach.training.conference;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** The programme of a conference as everybody reads it, and as a delegate does who chooses. */
@ApplicationScoped
class ChoicePages {

    @Inject
    private Offers offers;

    @Inject
    private Programmes programmes;

    @Inject
    private Choices choices;

    @Inject
    private Pages pages;

    JteModel open(long conference) {
        return page(conference, null, Map.of());
    }

    /** @param home address of his page; what he does with a part is below it */
    JteModel choosing(Choices.Delegate delegate, String home) {
        return page(delegate.conference(), home, choices.of(delegate));
    }

    private JteModel page(long conference, @Nullable String home, Map<Long, Choices.Chosen> chosen) {
        OfferView offer = offers.get(conference);
        Programme programme = programmes.out(conference);
        Page plain = pages.titled("conference.programme");
        Page page = pages.page(plain.pick(offer.titleZh(), offer.titleEn()));
        return new StaticTemplates().trainingConferenceOpen(page, new OpenProgramme(offer, programme, home, chosen));
    }
}

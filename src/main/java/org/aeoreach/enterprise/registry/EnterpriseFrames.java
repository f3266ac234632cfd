package org.aeoreach.enterprise.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeoreach.enterprise.EnterpriseTabs;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Deadline;
import org.aeoreach.web.detail.Header;
import org.aeoreach.web.form.Forms;

/** Makes the frame of pages about one enterprise. Tabs are in {@link EnterpriseTabs}. */
@ApplicationScoped
public class EnterpriseFrames {

    @Inject
    private Facts facts;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** The frame with this tab current. @throws org.aeoreach.platform.Problem 404 when it is not to be seen */
    public EnterpriseFrame frame(long id, String current) {
        FactsView view = seen(id);
        var enterprise = view.enterprise();
        Page page = pages.page(RequestContext.current().language().pick(enterprise.nameZh(), enterprise.nameEn()));
        return new EnterpriseFrame(page, view, header(page, view), EnterpriseTabs.of(page, id, current));
    }

    /** The frame of a page that does something to the enterprise: named by what it does, below the tab it belongs to. */
    public EnterpriseFrame acting(long id, String current, String titleKey) {
        FactsView view = seen(id);
        var enterprise = view.enterprise();
        Page page = pages.titled(
                titleKey, RequestContext.current().language().pick(enterprise.nameZh(), enterprise.nameEn()));
        return new EnterpriseFrame(page, view, header(page, view), EnterpriseTabs.of(page, id, current));
    }

    /**
     * The old number of one that was merged leads to the same page of the one that stays, which says so once. What was
     * sent to it is not led: its form comes back with the reason and all that was typed.
     */
    private FactsView seen(long id) {
        Optional<FactsView> view = facts.find(id);
        RequestContext request = RequestContext.current();
        if (view.isPresent() && (view.get().mergedInto() == null || !request.reading())) {
            return view.get();
        }
        long kept = facts.keptOf(id).orElseThrow(Problem::notFound);
        String path = request.path().replaceFirst("/0*" + id + "(?=/|$)", "/" + kept);
        throw new WebApplicationException(forms.done(request.withQuery(path), "duplicate.done.moved-on"));
    }

    private Header header(Page page, FactsView view) {
        List<Header.Tag> tags = new ArrayList<>();
        Standing standing = view.standing();
        if (standing.grade() != null) {
            tags.add(new Header.Tag(page.t("enterprise.grade." + standing.grade()), gradeTone(standing.grade())));
        } else {
            tags.add(new Header.Tag(page.t("enterprise.grade.unknown"), Header.Tone.OFF));
        }
        tags.add(new Header.Tag(page.t("enterprise.step." + standing.journeyStep()), Header.Tone.PLAIN));
        if (standing.tier() != null) {
            tags.add(new Header.Tag(page.t("enterprise.tier.tag", standing.tier()), Header.Tone.PLAIN));
        }
        if (view.enterprise().suspendedAt() != null) {
            tags.add(new Header.Tag(page.t("enterprise.access.suspended"), Header.Tone.BAD));
        }
        Header header = Header.of(tags.toArray(new Header.Tag[0]));
        return standing.nextContactDue() == null
                ? header
                : header.deadline(
                        new Deadline(standing.nextContactDue(), Time.today(clock), "enterprise.field.nextContactDue"));
    }

    /** How a grade looks: AEO good, discredited bad. */
    public static Header.Tone gradeTone(String grade) {
        return switch (grade) {
            case "ACE", "CE" -> Header.Tone.GOOD;
            case "DISCREDITED", "SERIOUSLY_DISCREDITED" -> Header.Tone.BAD;
            default -> Header.Tone.PLAIN;
        };
    }
}

package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.organization.UnitFrame.Part;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** What the pages of actions on a unit need: who may act, and what will follow. */
@ApplicationScoped
class UnitActions {

    @Inject
    private UnitFrames frames;

    @Inject
    private UnitDirectory directory;

    @Inject
    private UnitStaff staff;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /**
     * What is in the way of ending a unit, and what will follow.
     *
     * @param people who hold roles in the unit or below, today or later
     * @param homes who are at home in it
     * @param openBelow units below that are open
     */
    public record Consequences(long people, long homes, long openBelow) {}

    /**
     * The frame of a page that changes the unit.
     *
     * @throws Problem 404 when there is none, 403 when the viewer may not change it, 409 when it is closed
     */
    @Transactional
    UnitFrame frame(long id) {
        UnitFrame frame = frameAgain(id);
        LocalDate closed = frame.unit().closedOn();
        if (closed != null) {
            throw new Problem(409, "organization.problem.unit-closed", closed);
        }
        return frame;
    }

    /** The same for a form that comes back with what was typed, even when the unit was closed in the meantime. */
    @Transactional
    UnitFrame frameAgain(long id) {
        UnitFrame frame = frames.of(id, Part.FACTS);
        if (!viewer.require().covers(frame.unit().orgPath())) {
            throw Problem.forbidden();
        }
        return frame;
    }

    Page page(UnitFrame frame, String titleKey) {
        Page page = pages.page("");
        return pages.titled(
                titleKey, page.pick(frame.unit().nameZh(), frame.unit().nameEn()));
    }

    @Transactional
    Consequences consequences(UnitView unit) {
        return new Consequences(
                staff.holders(unit, Time.today(clock)), staff.members(unit.id()), directory.openBelow(unit.id()));
    }

    /** The units it may be merged into, as far as the viewer may change them. */
    @Transactional
    List<UnitView> successors(UnitView unit) {
        return directory.possibleSuccessors(unit, viewer.require().orgPath());
    }
}

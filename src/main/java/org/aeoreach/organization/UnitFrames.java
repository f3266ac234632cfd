package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import org.aeoreach.organization.UnitFrame.Part;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Header;
import org.aeoreach.web.detail.Tab;
import org.jspecify.annotations.Nullable;

/** Makes the frame of the pages of a unit, the same for each of its parts. */
@ApplicationScoped
public class UnitFrames {

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

    /** @throws org.aeoreach.platform.Problem 404 when there is no such unit */
    @Transactional
    public UnitFrame of(long id, Part current) {
        UnitView unit = directory.get(id);
        return new UnitFrame(unit, above(unit), header(unit), tabs(unit, current), mayChange(unit));
    }

    /** @throws Problem 404 when there is no such unit in the viewer's range */
    @Transactional
    public UnitFrame ofMine(long id, Part current) {
        UnitFrame frame = of(id, current);
        if (!viewer.require().covers(frame.unit().orgPath())) {
            throw Problem.notFound();
        }
        return frame;
    }

    /** The page of a unit, titled with its name. */
    public Page page(UnitFrame frame) {
        Page page = pages.page("");
        return pages.page(page.pick(frame.unit().nameZh(), frame.unit().nameEn()));
    }

    private List<UnitView> above(UnitView unit) {
        LinkedList<UnitView> above = new LinkedList<>();
        UnitView each = unit;
        while (each.parentId() != null) {
            each = directory.get(Objects.requireNonNull(each.parentId()));
            above.addFirst(each);
        }
        return above;
    }

    /** Whether the viewer may rename, merge and close the unit and open houses below it. */
    boolean mayChange(UnitView unit) {
        Viewer me = viewer.require();
        boolean administrator = me.role() == Role.UNIT_ADMINISTRATOR || me.role() == Role.SYSTEM_ADMINISTRATOR;
        return administrator && unit.closedOn() == null && me.covers(unit.orgPath());
    }

    private Header header(UnitView unit) {
        Page page = pages.page("");
        List<Header.Tag> tags = new ArrayList<>();
        tags.add(
                unit.closedOn() == null
                        ? new Header.Tag(page.t("organization.unit.open"), Header.Tone.GOOD)
                        : new Header.Tag(
                                page.t("organization.unit.closed-on", page.on(unit.closedOn())), Header.Tone.OFF));
        tags.add(new Header.Tag(page.t("organization.kind." + unit.kind()), Header.Tone.PLAIN));
        if (!unit.verified()) {
            tags.add(new Header.Tag(page.t("organization.unit.unverified"), Header.Tone.WARN));
        }
        return new Header(List.copyOf(tags), null, null).next(next(unit, page));
    }

    /** A merged unit leads to its successor; one without people wants some. */
    private Header.@Nullable Action next(UnitView unit, Page page) {
        if (unit.mergedIntoId() != null) {
            UnitView successor = directory.get(unit.mergedIntoId());
            String name = page.pick(successor.nameZh(), successor.nameEn());
            return new Header.Action(page.t("organization.unit.to-successor", name), "/desk/units/" + successor.id());
        }
        boolean empty = mayChange(unit) && staff.members(unit.id()) == 0;
        return empty
                ? new Header.Action(page.t("organization.unit.invite-first"), "/desk/people/new?unit=" + unit.id())
                : null;
    }

    private List<Tab> tabs(UnitView unit, Part current) {
        List<Tab> tabs = new ArrayList<>();
        boolean mine = viewer.require().covers(unit.orgPath());
        for (Part part : Part.values()) {
            Tab tab =
                    Tab.of("organization.unit.part." + part, "/desk/units/" + unit.id() + part.path(), part == current);
            boolean shown =
                    switch (part) {
                        case PEOPLE, TIMELINE -> mine;
                        case UNITS -> unit.kind() != UnitKind.HOUSE;
                        case FACTS, HISTORY -> true;
                    };
            if (shown) {
                tabs.add(
                        switch (part) {
                            case PEOPLE -> tab.count(staff.holders(unit.id(), Time.today(clock)));
                            case UNITS -> tab.count(directory.openBelow(unit.id()));
                            default -> tab;
                        });
            }
        }
        return tabs;
    }
}

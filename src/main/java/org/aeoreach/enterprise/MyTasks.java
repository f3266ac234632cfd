package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.enterprise.delegation.DelegationView;
import org.aeoreach.enterprise.delegation.Delegations;
import org.aeoreach.enterprise.member.MemberView;
import org.aeoreach.enterprise.member.Members;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** What waits for somebody who acts for an enterprise: offers to answer, and rights that end soon. */
@ApplicationScoped
public class MyTasks {

    /** Rights that end within so many days are told of. */
    static final int SOON_DAYS = 14;

    private static final int MOST = 200;

    @Inject
    private Delegations delegations;

    @Inject
    private Members members;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /**
     * One thing.
     *
     * @param kind end of the message key {@code enterprise.task.<kind>}, whose argument is the name
     * @param due by when, or null
     */
    public record Task(
            String kind,
            String nameZh,
            @Nullable String nameEn,
            @Nullable LocalDate due,
            String href) {}

    /** The most urgent first; what has no day comes first of all. */
    @Transactional
    public List<Task> list(Viewer.Enterprise acting) {
        List<Task> tasks = new ArrayList<>();
        delegations.held().forEach(delegation -> addHeld(delegation, tasks));
        if (!acting.represented()) {
            members.list(acting.id(), 0, MOST).items().stream()
                    .filter(member -> soon(member.validTo()) && member.current())
                    .filter(member -> mine(member) || acting.rights().contains(Right.ADMINISTER))
                    .forEach(member -> tasks.add(ending(member)));
        }
        if (acting.rights().contains(Right.ADMINISTER)) {
            delegations.given(acting.id(), Long.MAX_VALUE, MOST).items().forEach(given -> addGiven(given, tasks));
        }
        tasks.sort(Comparator.comparing(Task::due, Comparator.nullsFirst(Comparator.naturalOrder())));
        return tasks;
    }

    private void addHeld(DelegationView delegation, List<Task> tasks) {
        String href = "/portal/my/representations/" + delegation.id();
        if (delegation.status() == DelegationView.Status.OFFERED) {
            tasks.add(new Task("answer", delegation.enterpriseZh(), delegation.enterpriseEn(), null, href));
        } else if (delegation.status() == DelegationView.Status.ACTIVE && soon(delegation.lastDay())) {
            tasks.add(new Task(
                    "held-ends", delegation.enterpriseZh(), delegation.enterpriseEn(), delegation.lastDay(), href));
        }
    }

    private void addGiven(DelegationView delegation, List<Task> tasks) {
        String href = "/portal/my/delegations/" + delegation.id();
        if (delegation.status() == DelegationView.Status.OFFERED) {
            tasks.add(new Task("unanswered", delegation.representativeName(), null, delegation.lastDay(), href));
        } else if (delegation.status() == DelegationView.Status.ACTIVE && soon(delegation.lastDay())) {
            tasks.add(new Task("given-ends", delegation.representativeName(), null, delegation.lastDay(), href));
        }
    }

    private Task ending(MemberView member) {
        return new Task(
                mine(member) ? "my-rights-end" : "user-ends",
                member.nameZh(),
                member.nameEn(),
                member.validTo(),
                mine(member) ? "/portal/my" : "/portal/my/users/" + member.id());
    }

    private boolean mine(MemberView member) {
        return Long.valueOf(viewer.require().accountId()).equals(member.accountId());
    }

    private boolean soon(@Nullable LocalDate day) {
        LocalDate today = Time.today(clock);
        return day != null && !day.isBefore(today) && day.isBefore(today.plusDays(SOON_DAYS));
    }
}

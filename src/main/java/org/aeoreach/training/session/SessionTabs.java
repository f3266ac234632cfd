package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.detail.Tab;

/** The pages about a session, one beside the other. */
@ApplicationScoped
public class SessionTabs {

    /** Name of the session's own page. */
    public static final String OVERVIEW = "overview";

    @Inject
    @Any
    private Instance<SessionTab> offered;

    /** @param current {@link #OVERVIEW} or the name of the tab that is open */
    public List<Tab> of(TrainingView session, String current) {
        String home = "/desk/trainings/" + session.id();
        return Stream.concat(
                        Stream.of(Tab.of("training.part." + OVERVIEW, home, OVERVIEW.equals(current))),
                        offered.stream()
                                .filter(each -> each.shownFor(session))
                                .sorted(Comparator.comparingInt(SessionTab::order))
                                .map(each -> Tab.of(
                                        "training.part." + each.name(),
                                        home + "/" + each.name(),
                                        each.name().equals(current))))
                .toList();
    }
}

package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.library.Publisher;
import org.aeoreach.library.Publishers;
import org.aeoreach.platform.Language;
import org.aeoreach.web.form.Option;

/**
 * Who a draft can say issued the document: any unit for what the General Administration keeps, a district for its own;
 * and whoever it said before.
 */
@ApplicationScoped
class Issuers {
    private static final String TOP = "0000.";

    private Publishers publishers;

    @SuppressWarnings("NullAway.Init")
    Issuers() {}

    @Inject
    Issuers(Publishers publishers) {
        this.publishers = publishers;
    }

    @Transactional
    public List<Option> of(DraftView draft, Language language) {
        String now = draft.facts().getString("issuer", "");
        List<Option> all = new ArrayList<>(publishers.all().stream()
                .filter(each -> each.code().equals(now) || mayIssue(each, draft.orgPath()))
                .map(each -> new Option(each.code(), each.name(language)))
                .toList());
        if (!now.isEmpty() && all.stream().noneMatch(each -> each.value().equals(now))) {
            all.add(new Option(now, now));
        }
        return all;
    }

    private static boolean mayIssue(Publisher publisher, String keeper) {
        return keeper.equals(TOP) || keeper.equals(publisher.orgPath());
    }
}

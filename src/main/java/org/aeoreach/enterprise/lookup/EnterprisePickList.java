package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterpriseChoices;

/** Enterprises to choose from while somebody types. */
@ApplicationScoped
public class EnterprisePickList implements EnterpriseChoices {

    @Inject
    private EnterpriseLookup lookup;

    @Override
    public List<EnterpriseChoice> search(String text, int limit) {
        return lookup.find(text, limit).list().stream()
                .map(EnterprisePickList::choice)
                .toList();
    }

    @Override
    public String notice() {
        return lookup.notice();
    }

    @Override
    public Optional<EnterpriseChoice> find(long id) {
        return lookup.get(id).map(EnterprisePickList::choice);
    }

    private static EnterpriseChoice choice(Hit hit) {
        return new EnterpriseChoice(hit.id(), hit.code(), hit.nameZh(), hit.nameEn(), hit.houseZh(), hit.houseEn());
    }
}

package org.aeoreach.web.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Makes fields in which units are chosen, and reads what was chosen. */
@ApplicationScoped
public class UnitPickers {

    @Inject
    private UnitChoices choices;

    /** A field for one unit. */
    public UnitPicker field(PickerField field, Reach reach, @Nullable Long chosen) {
        return new UnitPicker(field, reach, false, choices.all(reach), chosen == null ? Set.of() : Set.of(chosen));
    }

    /** A field for several units. */
    public UnitPicker several(PickerField field, Reach reach, Collection<Long> chosen) {
        return new UnitPicker(field, reach, true, choices.all(reach), Set.copyOf(chosen));
    }

    /** The units as options of a form, to be shown by {@code @template.web.form.unit}. */
    public List<Option> options(Reach reach) {
        Language language = RequestContext.current().language();
        String district = null;
        List<Option> options = new ArrayList<>();
        for (UnitChoice unit : choices.all(reach)) {
            String name = language.pick(unit.nameZh(), unit.nameEn());
            district = unit.level() == 1 ? name : district;
            options.add(new Option(Long.toString(unit.id()), unit.code() + " " + name, district));
        }
        return options;
    }

    /**
     * The unit a form sent; empty when none was chosen.
     *
     * @throws Problem 400 at the field when there is no such unit in reach
     */
    public Optional<UnitChoice> parse(String name, @Nullable String value, Reach reach) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(unit(name, value.strip(), reach));
    }

    /** The units a form sent, each once. */
    public List<UnitChoice> parseAll(String name, Collection<String> values, Reach reach) {
        return values.stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .map(value -> unit(name, value.strip(), reach))
                .toList();
    }

    private UnitChoice unit(String name, String value, Reach reach) {
        Optional<UnitChoice> found =
                value.matches("[0-9]{1,18}") ? choices.find(Long.parseLong(value), reach) : Optional.empty();
        return found.orElseThrow(() -> Problem.invalid(name, "component.invalid.unit"));
    }
}

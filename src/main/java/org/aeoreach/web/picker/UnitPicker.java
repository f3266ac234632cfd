package org.aeoreach.web.picker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field for one unit or for several.
 *
 * @param chosen ids chosen before or typed wrong
 */
public record UnitPicker(PickerField field, Reach reach, boolean multiple, List<UnitChoice> choices, Set<Long> chosen) {

    /** A district and its houses, or a unit that stands alone. */
    public record Group(@Nullable UnitChoice head, List<UnitChoice> units) {}

    /** The choices by district, for the select. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (UnitChoice choice : choices) {
            if (choice.level() < 2 || groups.isEmpty()) {
                boolean district = choice.level() == 1;
                groups.add(new Group(district ? choice : null, new ArrayList<>(List.of(choice))));
            } else {
                groups.get(groups.size() - 1).units().add(choice);
            }
        }
        return groups;
    }

    public boolean isChosen(UnitChoice choice) {
        return chosen.contains(choice.id());
    }
}

package org.aeoreach.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options that stand together under one heading, or under none. */
public record OptionGroup(@Nullable String label, List<Option> options) {

    public static List<OptionGroup> of(List<Option> options) {
        List<OptionGroup> groups = new ArrayList<>();
        for (Option option : options) {
            OptionGroup last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !Objects.equals(last.label(), option.group())) {
                last = new OptionGroup(option.group(), new ArrayList<>());
                groups.add(last);
            }
            last.options().add(option);
        }
        return groups;
    }
}

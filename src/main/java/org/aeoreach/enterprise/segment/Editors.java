package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.enterprise.segment.criterion.Criteria;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.form.Form;

/** Puts the editor together and finds out what is wrong in it. */
@ApplicationScoped
class Editors {

    @Inject
    private Criteria criteria;

    @Inject
    private Segments segments;

    @Inject
    private ProblemAnswer problems;

    /** As it stands in what was sent; with a count when every row that was begun is complete. */
    Editor of(long id, Form form, Draft draft) {
        Faults faults = faults(draft);
        Map<String, String> errors = faults.wrong();
        SegmentCount count = null;
        boolean some = draft.groups().stream().anyMatch(Draft.Group::says);
        if (some && errors.isEmpty() && faults.missing().isEmpty()) {
            count = segments.count(draft.condition());
        }
        String version = form.value("version");
        return new Editor(
                id,
                version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0,
                form.value("name"),
                form.value("note"),
                form.chosen("shared", "true"),
                draft,
                criteria.all(),
                count,
                errors,
                false);
    }

    private List<ProblemAnswer.Field> worded(Problem problem) {
        List<ProblemAnswer.Field> fields =
                problems.body(problem, RequestContext.current().language()).errors();
        return fields == null ? List.of() : fields;
    }

    /** The same as somebody tries to save it: what is missing is a fault now. */
    Editor refused(long id, Form form, Draft draft) {
        Editor editor = of(id, form, draft);
        Map<String, String> all = new TreeMap<>(editor.errors());
        all.putAll(faults(draft).missing());
        return editor.with(all);
    }

    /** By the names of fields. @param missing what is not filled in yet; no fault before it is saved */
    private record Faults(Map<String, String> wrong, Map<String, String> missing) {}

    private Faults faults(Draft draft) {
        Faults faults = new Faults(new TreeMap<>(), new TreeMap<>());
        for (int g = 0; g < draft.groups().size(); g++) {
            check(faults, draft.groups().get(g), Draft.at(g));
        }
        return faults;
    }

    private void check(Faults faults, Draft.Group group, String at) {
        for (int i = 0; i < group.items().size(); i++) {
            Draft.Item item = group.items().get(i);
            if (item instanceof Draft.Group inner) {
                check(faults, inner, Draft.at(at, i));
            } else if (item instanceof Draft.Row row) {
                check(faults, row, Draft.at(at, i));
            }
        }
    }

    private void check(Faults faults, Draft.Row row, String at) {
        if (row.criterion().isEmpty()) {
            return;
        }
        try {
            criteria.sql(row.criterion(), new SegmentCriterion.Chosen(row.values()));
        } catch (Problem problem) {
            boolean missing =
                    problem.errors().stream().anyMatch(error -> error.key().equals("segment.invalid.missing"));
            Map<String, String> into = missing ? faults.missing() : faults.wrong();
            worded(problem).forEach(error -> into.put(Draft.name(at, error.field()), error.message()));
        }
    }
}

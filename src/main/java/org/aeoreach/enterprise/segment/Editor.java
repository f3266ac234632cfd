package org.aeoreach.enterprise.segment;

import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * All that the editor of a segment shows.
 *
 * @param id 0 for a new one
 * @param count of what is filled in so far, or null while nothing is
 * @param errors what is wrong, by the name of the field
 * @param overtaken whether it was saved elsewhere meanwhile, so that saving now replaces that
 */
public record Editor(
        long id,
        long version,
        String name,
        String note,
        boolean shared,
        Draft draft,
        List<SegmentCriterion> criteria,
        @Nullable SegmentCount count,
        Map<String, String> errors,
        boolean overtaken) {

    /** The same with these faults. */
    Editor with(Map<String, String> faults) {
        return new Editor(id, version, name, note, shared, draft, criteria, count, faults, overtaken);
    }

    /** The same on top of a version somebody saved meanwhile. */
    Editor over(long newer) {
        return new Editor(id, newer, name, note, shared, draft, criteria, count, errors, true);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** What a field is called where its fault is told at the top; a value goes by the name of its criterion. */
    public String label(Page page, String field) {
        int end = field.lastIndexOf('.');
        if (end < 0) {
            return page.t("segment.field." + field);
        }
        String part = field.substring(end + 1);
        String criterion = draft.row(field.substring(0, end)).criterion();
        if (part.equals("criterion") || criterion.isEmpty()) {
            return page.t("segment.criterion");
        }
        String name = page.t("segment.criterion." + criterion);
        return part.equals("value") ? name : page.t("segment.part.of", name, page.t("segment.part." + part));
    }

    /** What a row is filled in with. */
    public List<SegmentCriterion.Part> parts(String criterion) {
        return criteria.stream()
                .filter(each -> each.key().equals(criterion))
                .findFirst()
                .map(SegmentCriterion::parts)
                .orElse(List.of());
    }
}

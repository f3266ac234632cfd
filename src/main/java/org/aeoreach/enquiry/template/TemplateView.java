package org.aeoreach.enquiry.template;

import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A template as it stands.
 *
 * @param own whether the viewer may change it: one of his unit or of a unit below
 */
public record TemplateView(
        long id,
        String name,
        @Nullable String topic,
        String bodyZh,
        @Nullable String bodyEn,
        boolean archived,
        String unitZh,
        @Nullable String unitEn,
        String orgPath,
        boolean own,
        long version) {

    static final String SELECT =
            "select t.id, t.name, t.topic, t.body_zh, t.body_en, t.archived, n.zh, n.en, t.org_path,"
                    + " t.org_path >= nullif(current_setting('app.write_lo', true), '')"
                    + " and t.org_path < current_setting('app.write_hi', true), t.version from enquiry_template t"
                    + " join unit_name n on n.unit_id = t.unit_id and n.valid_to is null";

    static TemplateView of(Rows.Row row) {
        return new TemplateView(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.text(3),
                row.textOrNull(4),
                row.flag(5),
                row.text(6),
                row.textOrNull(7),
                row.text(8),
                row.columns()[9] != null && row.flag(9),
                row.id(10));
    }
}

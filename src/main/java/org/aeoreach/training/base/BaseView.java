package org.aeoreach.training.base;

import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A base as it stands.
 *
 * @param foundedOn year, month or day, as far as it is known
 * @param own whether the viewer may change it: one of his unit or of a unit below
 */
public record BaseView(
        long id,
        BaseKind kind,
        String nameZh,
        @Nullable String nameEn,
        @Nullable String addressZh,
        @Nullable String addressEn,
        @Nullable String foundedOn,
        List<Area> areas,
        @Nullable String noteZh,
        @Nullable String noteEn,
        @Nullable String source,
        boolean uncertain,
        boolean closed,
        String unitZh,
        @Nullable String unitEn,
        String orgPath,
        boolean own,
        long version) {

    static final String SELECT = "select b.id, b.kind, b.name_zh, b.name_en, b.address_zh, b.address_en, b.founded_on,"
            + " array_to_string(b.areas, ','), b.note_zh, b.note_en, b.source, not b.certain,"
            + " coalesce(b.closed_on <= china_day(), false), n.zh, n.en, b.org_path, " + own("b")
            + ", b.version from training_base b join unit_name n on n.unit_id = b.unit_id and n.valid_to is null";

    static BaseView of(Rows.Row row) {
        return new BaseView(
                row.id(0),
                BaseKind.valueOf(row.text(1)),
                row.text(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.textOrNull(6),
                Arrays.stream(Area.values())
                        .filter(area -> List.of(row.text(7).split(",")).contains(area.name()))
                        .toList(),
                row.textOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.flag(11),
                row.flag(12),
                row.text(13),
                row.textOrNull(14),
                row.text(15),
                row.flag(16),
                row.id(17));
    }

    /** SQL: whether the viewer may change a row of the table of that alias. */
    static String own(String alias) {
        return "coalesce(" + alias + ".org_path >= nullif(current_setting('app.write_lo', true), '') and " + alias
                + ".org_path < current_setting('app.write_hi', true), false)";
    }

    /** When it was founded, in the reader's words and no more exact than it is known; empty when it is not known. */
    public String founded(Page page) {
        return foundedOn == null ? "" : Founded.words(page, foundedOn);
    }
}

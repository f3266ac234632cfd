package org.aeoreach.training.base;

import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A room as it stands.
 *
 * @param capacity people; null: without limit
 * @param approval whether other units get it only when its own approves
 * @param sole whether one has it at a time: all but online rooms without limit
 * @param closed whether it or its base is no longer used
 * @param own whether the viewer may change it, and decides who gets it
 */
public record RoomView(
        long id,
        long baseId,
        String baseZh,
        @Nullable String baseEn,
        String roomZh,
        @Nullable String roomEn,
        @Nullable Integer capacity,
        List<Equipment> equipment,
        boolean online,
        @Nullable String link,
        boolean approval,
        boolean sole,
        boolean closed,
        String orgPath,
        boolean own,
        long version) {

    static final String SELECT = "select r.id, r.base_id, b.name_zh, b.name_en, r.name_zh, r.name_en, r.capacity,"
            + " array_to_string(r.equipment, ','), r.online, r.link, r.approval, r.sole,"
            + " coalesce(least(r.closed_on, b.closed_on) <= china_day(), false), r.org_path, "
            + BaseView.own("r") + ", r.version from training_room r join training_base b on b.id = r.base_id";

    static RoomView of(Rows.Row row) {
        Long capacity = row.idOrNull(6);
        return new RoomView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.text(4),
                row.textOrNull(5),
                capacity == null ? null : capacity.intValue(),
                Arrays.stream(Equipment.values())
                        .filter(each -> List.of(row.text(7).split(",")).contains(each.name()))
                        .toList(),
                row.flag(8),
                row.textOrNull(9),
                row.flag(10),
                row.flag(11),
                row.flag(12),
                row.text(13),
                row.flag(14),
                row.id(15));
    }
}

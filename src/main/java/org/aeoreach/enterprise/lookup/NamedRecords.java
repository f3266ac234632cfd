package org.aeoreach.enterprise.lookup;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.platform.Rows;
import org.aeoreach.search.Entry;
import org.aeoreach.search.Indexed;
import org.aeoreach.search.Reach;

/** Records that are found by a Chinese and an English name and by nothing else. */
abstract class NamedRecords implements Indexed {

    private final String kind;
    private final String functions;
    private final Reach reach;

    /** @param functions beginning of the names of the two SQL functions that read them */
    NamedRecords(String kind, String functions, Reach reach) {
        this.kind = kind;
        this.functions = functions;
        this.reach = reach;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String bounds() {
        return "select first, last, many from " + functions + "_search_bounds()";
    }

    @Override
    public String rows() {
        return "select id, org_path, rank, name_zh, name_en from " + functions + "_search_rows(?, ?)";
    }

    @Override
    public Entry entry(Rows.Row row) {
        List<String> names = Stream.of(row.textOrNull(3), row.textOrNull(4))
                .filter(Objects::nonNull)
                .toList();
        return new Entry(row.id(0), row.text(1), reach, row.id(2), List.of(), names, List.of());
    }
}

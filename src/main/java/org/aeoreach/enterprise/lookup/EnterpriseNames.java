package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.platform.Rows;
import org.aeoreach.search.Entry;
import org.aeoreach.search.Indexed;
import org.aeoreach.search.Reach;
import org.jspecify.annotations.Nullable;

/** Enterprises as they are found: by names now and formerly, by both codes; AEOs first, then those with a coordinator. */
@ApplicationScoped
public class EnterpriseNames implements Indexed {

    public static final String KIND = "enterprise";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String bounds() {
        return "select first, last, many from enterprise_search_bounds()";
    }

    @Override
    public String rows() {
        return "select id, org_path, rank, customs_code, uscc, other_codes, name_zh, name_en, former_names"
                + " from enterprise_search_rows(?, ?)";
    }

    @Override
    public Entry entry(Rows.Row row) {
        List<String> codes = Stream.concat(
                        Stream.of(row.textOrNull(3), row.textOrNull(4)).filter(Objects::nonNull),
                        lines(row.textOrNull(5)).stream())
                .toList();
        List<String> names = Stream.of(row.textOrNull(6), row.textOrNull(7))
                .filter(Objects::nonNull)
                .toList();
        return new Entry(row.id(0), row.text(1), Reach.UNIT, row.id(2), codes, names, lines(row.textOrNull(8)));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\n", -1))
                        .filter(line -> !line.isBlank())
                        .distinct()
                        .toList();
    }
}

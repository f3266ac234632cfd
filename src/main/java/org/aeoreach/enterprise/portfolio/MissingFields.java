package org.aeoreach.enterprise.portfolio;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What should be known of an enterprise somebody looks after and is not: in one place for list, filter and brief. */
public final class MissingFields {

    /** Beginning of the message keys of their names. */
    public static final String WORDS = "portfolio.missing.";

    /** SQL: the keys of what is missing of the enterprise {@code e}, joined by commas; empty when nothing is. */
    public static final String SQL = "concat_ws(',', case when e.uscc is null then 'uscc' end,"
            + " case when e.name_en is null then 'name-en' end, case when e.grade is null then 'grade' end,"
            + " case when e.sector is null then 'sector' end, case when e.size_class is null then 'size' end,"
            + " case when e.business_types = '{}' then 'business' end,"
            + " case when e.address_zh is null then 'address' end, case when e.mail_on_file is null then 'mail' end,"
            + " case when e.phone_on_file is null then 'phone' end, case when e.tier is null then 'tier' end,"
            + " case when not exists (select from contact_person p where p.enterprise_id = e.id"
            + " and p.ended_at is null and p.erased_at is null) then 'person' end)";

    private MissingFields() {}

    /** Their names. @param text gives the message of a key */
    public static String words(String keys, java.util.function.UnaryOperator<String> text, String separator) {
        return Arrays.stream(keys.split(",", -1))
                .filter(key -> !key.isEmpty())
                .map(key -> text.apply(WORDS + key))
                .collect(Collectors.joining(separator));
    }
}

package org.aeoreach.enquiry.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;

/** Who asked, his enterprise and its people, and the officers who wrote: as far as the viewer sees their records. */
@ApplicationScoped
class AskerNames {

    // Of those merged into it, too: the answer serves them.
    private static final String OF = "with e as (select * from enquiry where ?1 in (id, merged_into)),"
            + " p as (select p.* from enterprise p where p.id in (select enterprise_id from e)),"
            + " c as (select c.* from contact_person c where c.erased_at is null and (c.id in (select person_id from e)"
            + " or c.enterprise_id in (select enterprise_id from e))),"
            + " a as (select a.* from account a where a.id in (select account_id from e)"
            + " or a.enterprise_id in (select enterprise_id from e)),"
            + " o as (select a.* from account a join enquiry_message m on m.account_id = a.id"
            + " where m.enquiry_id in (select id from e))"
            + " select 'PERSON', asker_name from e"
            + " union select 'CONTACT', unnest(array[asker_mail, asker_phone, number]) from e"
            + " union select 'ENTERPRISE', unnest(array[name_zh, name_en]) from p"
            + " union select 'CONTACT', unnest(array['AEOCN' || customs_code, customs_code, uscc, address_zh, address_en]) from p"
            + " union select 'ENTERPRISE', unnest(array[f.name_zh, f.name_en]) from enterprise_former_name f"
            + " where f.enterprise_id in (select id from p)"
            + " union select 'PERSON', unnest(array[name_zh, name_en]) from c"
            + " union select 'CONTACT', unnest(array[mail, phone]) from c"
            + " union select 'PERSON', unnest(array[name_zh, name_en]) from a"
            + " union select 'CONTACT', mail from a"
            + " union select 'PERSON', unnest(array[name_zh, name_en]) from o";

    @Inject
    private Bound bound;

    @Inject
    private Messages messages;

    @Transactional
    public KnownNames of(long enquiry) {
        List<Known> all = new ArrayList<>();
        Rows.list(bound.query(OF, enquiry), row -> row).forEach(row -> {
            String words = row.textOrNull(1);
            if (words != null) {
                all.add(new Known(Known.Kind.valueOf(row.text(0)), words));
            }
        });
        return KnownNames.of(all);
    }

    /** What is written in the place of each kind. */
    Map<Known.Kind, String> instead(Language language) {
        Map<Known.Kind, String> words = new EnumMap<>(Known.Kind.class);
        for (Known.Kind kind : Known.Kind.values()) {
            words.put(kind, messages.text(language, "publish.instead." + kind));
        }
        return words;
    }
}

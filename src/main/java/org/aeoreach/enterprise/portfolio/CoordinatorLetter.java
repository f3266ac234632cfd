package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.mail.Letter;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Tells enterprises who their coordinator is, in the language of whoever acts for them. */
@ApplicationScoped
public class CoordinatorLetter {

    private static final String TOLD = "select e.id, e.name_zh, e.name_en, e.mail_on_file, e.org_path, n.zh, n.en"
            + " from enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null"
            + " where e.id = any (cast(string_to_array(?, ',') as bigint[])) and e.suspended_at is null order by e.id";

    @Inject
    private Bound bound;

    @Inject
    private Officers officers;

    @Inject
    private EnterpriseMail mail;

    /** One that is told. */
    private record Told(
            long id,
            String nameZh,
            @Nullable String nameEn,
            @Nullable String mailOnFile,
            String orgPath,
            String unitZh,
            @Nullable String unitEn) {

        static Told of(Rows.Row row) {
            return new Told(
                    row.id(0),
                    row.text(1),
                    row.textOrNull(2),
                    row.textOrNull(3),
                    row.text(4),
                    row.text(5),
                    row.textOrNull(6));
        }
    }

    /**
     * Writes to those who administer each enterprise, or to its address on file when nobody does; to nobody while it is
     * suspended or has no address.
     *
     * @return how many letters were written, by enterprise
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Integer> tell(Collection<Long> enterprises, long coordinator) {
        List<Told> all = Rows.list(bound.query(TOLD, enterprises), Told::of);
        Map<Long, List<EnterpriseMail.Addressee>> administrators = mail.administrators(enterprises);
        Map<String, Officers.Facts> known = new HashMap<>();
        Map<Long, Integer> written = new HashMap<>();
        List<Letter> letters = new ArrayList<>();
        for (Told each : all) {
            Officers.Facts officer = known.computeIfAbsent(
                    each.orgPath(), path -> officers.facts(coordinator, path).orElseThrow(Problem::notFound));
            List<EnterpriseMail.Addressee> to = EnterpriseMail.orOnFile(
                    administrators.getOrDefault(each.id(), List.of()), each.nameZh(), each.nameEn(), each.mailOnFile());
            to.forEach(person -> letters.add(letter(person, each, officer)));
            written.put(each.id(), to.size());
        }
        mail.send(letters);
        return written;
    }

    private static Letter letter(EnterpriseMail.Addressee to, Told enterprise, Officers.Facts officer) {
        return EnterpriseMail.letter(
                "enterprise-coordinator",
                to,
                new EnterpriseMail.About(enterprise.id(), enterprise.orgPath()),
                language -> Map.of(
                        "enterprise", language.pick(enterprise.nameZh(), enterprise.nameEn()),
                        "coordinator", language.pick(officer.nameZh(), officer.nameEn()),
                        "mail", officer.mail(),
                        "house", language.pick(enterprise.unitZh(), enterprise.unitEn()),
                        "page", "/portal/my"));
    }
}

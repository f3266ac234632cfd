package org.aeoreach.enterprise.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;

/** What is kept of a contact person, and his erasure. */
@ApplicationScoped
public class People {

    private static final String ALL = "select c.id, c.enterprise_id, c.partner_id, coalesce(e.name_zh, p.name_zh),"
            + " coalesce(e.name_en, p.name_en), c.name_zh, c.name_en, c.mail, c.purpose, c.legal_basis, c.consent_on,"
            + " c.consent_withdrawn_on, c.ended_at is not null, c.erased_at is not null, c.org_path, c.version"
            + " from contact_person c left join enterprise e on e.id = c.enterprise_id"
            + " left join partner_organisation p on p.id = c.partner_id";
    private static final String ONE = ALL + " where c.id = ?";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    @Any
    private Instance<PersonalDataSource> sources;

    @Inject
    private AuditTrail audit;

    /** Why somebody is erased, such as the request he made. */
    public record Erasure(@NotBlank @Size(max = 300) String reason) {}

    /** What one room keeps. */
    public record Section(String title, String whenErased, List<PersonalDataSource.Entry> entries) {}

    /** Those of whom something is kept, or was until they were erased; the latest first. */
    @Transactional
    public Slice<PersonView> list(long before, int limit) {
        return Slice.of(
                Rows.list(
                        em.createNativeQuery(ALL + " where c.id < ? order by c.id desc limit ?")
                                .setParameter(1, before)
                                .setParameter(2, limit + 1),
                        People::view),
                limit,
                PersonView::id);
    }

    /** @throws Problem 404 when there is none within the viewer's range */
    @Transactional
    public PersonView get(long id) {
        return Rows.one(em.createNativeQuery(ONE).setParameter(1, id), People::view)
                .orElseThrow(Problem::notFound);
    }

    /** All that is kept of him; sections in a fixed order. @throws Problem 404 */
    @Transactional
    public List<Section> data(long id) {
        PersonView person = get(id);
        PersonalDataSource.Person wanted = new PersonalDataSource.Person(id, person.enterpriseId(), person.mail());
        return sources.stream()
                .sorted(Comparator.comparing(PersonalDataSource::section))
                .map(source -> new Section(source.section(), source.whenErased(), source.of(wanted)))
                .toList();
    }

    /** Records that all of it is handed out; the file is written afterwards. */
    @Transactional
    public List<Section> handOut(long id) {
        PersonView person = get(id);
        audit.record("privacy.export", new AuditTrail.Subject("contact_person", id, person.orgPath()), Changes.none());
        return data(id);
    }

    /**
     * Takes the person out for good. What he took part in is still counted.
     *
     * @throws Problem 409 when he was erased already
     */
    @Transactional
    public PersonView erase(long id, long version, Erasure erasure) {
        PersonView person = get(id);
        Versions.check(version, person.version());
        Object done = em.createNativeQuery("select erase_contact_person(?)")
                .setParameter(1, id)
                .getSingleResult();
        if (!Boolean.TRUE.equals(done)) {
            throw new Problem(409, "privacy.problem.erased");
        }
        audit.record(
                "privacy.erase",
                new AuditTrail.Subject("contact_person", id, person.orgPath()),
                Changes.none().with("reason", erasure.reason()));
        return get(id);
    }

    private static PersonView view(Rows.Row row) {
        return new PersonView(
                row.id(0),
                row.idOrNull(1),
                row.idOrNull(2),
                row.text(3),
                row.textOrNull(4),
                row.text(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.text(8),
                row.text(9),
                row.dateOrNull(10),
                row.dateOrNull(11),
                row.flag(12),
                row.flag(13),
                row.text(14),
                row.id(15));
    }
}

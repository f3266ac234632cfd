package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.outreach.task.FollowUp;
import org.aeoreach.outreach.task.Tasks;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.StoredFile;
import org.aeoreach.web.upload.StoredFiles;

/** Writes contacts down and shows them. Other rooms that make contacts, such as training, write them here too. */
@ApplicationScoped
public class Touchpoints {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private TouchpointWriter writer;

    @Inject
    private TouchpointReader reader;

    @Inject
    private Tasks tasks;

    @Inject
    private StoredFiles files;

    @Inject
    private AuditTrail audit;

    /**
     * Writes a contact down, with its follow-up tasks.
     *
     * @throws Problem 400 at the field: a day in the future, nobody met, an enterprise, officer or person out of reach
     */
    @Transactional
    public TouchpointView record(Contact contact) {
        return record(contact, "entry");
    }

    /** @param source where it comes from: {@code entry}, {@code import}, or the room that writes it */
    @Transactional
    public TouchpointView record(Contact contact, String source) {
        long id = writer.insert(contact, source);
        Long first = contact.enterprises().size() == 1
                ? contact.enterprises().iterator().next()
                : null;
        for (FollowUp task : contact.tasks()) {
            tasks.add(task, new Tasks.Origin(id, first));
        }
        TouchpointView made = get(id);
        audit.record(
                "outreach.record-touchpoint",
                new AuditTrail.Subject("touchpoint", id, made.orgPath()),
                Changes.none()
                        .with("day", contact.day())
                        .with("channel", contact.channel())
                        .with(
                                "parties",
                                contact.enterprises().size()
                                        + contact.partners().size())
                        .with("shared", contact.shared()));
        return made;
    }

    /** @throws Problem 404 when there is none, or the viewer sees neither the text nor a party */
    @Transactional
    public TouchpointView get(long id) {
        return reader.find(id).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 when the text does not belong to the viewer's unit or one below */
    @Transactional
    public TouchpointView own(long id) {
        TouchpointView found = get(id);
        if (!found.mine()) {
            throw Problem.notFound();
        }
        return found;
    }

    /** Adds a file; it stays with the touchpoint whatever becomes of it. */
    @Transactional
    public void attach(long id, Received file) {
        TouchpointView touchpoint = own(id);
        if (!touchpoint.counts()) {
            throw new Problem(409, "outreach.problem.withdrawn");
        }
        StoredFile kept = files.keep(file);
        em.createNativeQuery("insert into touchpoint_file (touchpoint_id, file_id) values (?, ?)")
                .setParameter(1, id)
                .setParameter(2, kept.id())
                .executeUpdate();
        audit.record(
                "outreach.attach-file",
                new AuditTrail.Subject("touchpoint", id, touchpoint.orgPath()),
                Changes.none().with("file", kept.name()));
    }

    /** The subjects of the viewer's last contacts, the newest first, each once, at most so many. */
    @Transactional
    public List<Topic> lastSubjects(int most) {
        return Rows.list(
                em.createNativeQuery("select s.kind, s.ref, s.text from (select touchpoint_id from touchpoint_officer"
                                + " where account_id = nullif(current_setting('app.account', true), '')::bigint"
                                + " order by touchpoint_id desc limit 50) o join touchpoint_subject s"
                                + " on s.touchpoint_id = o.touchpoint_id group by s.kind, s.ref, s.text"
                                + " order by max(s.touchpoint_id) desc, s.text limit ?")
                        .setParameter(1, most),
                row -> new Topic(SubjectKind.valueOf(row.text(0)), row.textOrNull(1), row.text(2)));
    }
}

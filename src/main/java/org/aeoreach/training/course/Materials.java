package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.StoredFile;
import org.aeoreach.web.upload.StoredFiles;

/** The files of courses. */
@ApplicationScoped
public class Materials {

    /** Bytes of a file. */
    static final int LARGEST = 20 << 20;

    /** What a course may have with it. */
    public static final FileUse USE = new FileUse(
            "training", List.of(FileType.PDF, FileType.DOCX, FileType.XLSX, FileType.PNG, FileType.JPEG), LARGEST);

    private static final int MOST = 20;
    private static final String SELECT =
            "select m.id, m.stage, m.title_zh, m.title_en, f.id as file, f.name, f.bytes, encode(f.sha256, 'hex')"
                    + " from training_course_file m join stored_file f on f.id = m.file_id where m.course_id = ?1"
                    + " order by m.stage desc, m.id";
    private static final String ADD = "insert into training_course_file (course_id, file_id, stage, title_zh, title_en)"
            + " values (?1, ?2, ?3, ?4, cast(?5 as text)) returning id";

    @Inject
    private Bound bound;

    @Inject
    private Syllabus courses;

    @Inject
    private StoredFiles files;

    @Inject
    private AuditTrail audit;

    private record Kept(MaterialView view, String sha256) {}

    /** Those shown before sessions first. @throws Problem 404 as for the course */
    @Transactional
    public List<MaterialView> of(long course) {
        return kept(courses.get(course).id()).stream().map(Kept::view).toList();
    }

    private List<Kept> kept(long course) {
        return Rows.list(bound.query(SELECT, course), row -> new Kept(material(row), row.text(7)));
    }

    private static MaterialView material(Rows.Row row) {
        return new MaterialView(
                row.id(0),
                MaterialStage.valueOf(row.text(1)),
                row.text(2),
                row.textOrNull(3),
                row.id(4),
                row.text(5),
                row.id(6));
    }

    /**
     * Keeps a file with a course, for the unit of the course.
     *
     * @throws Problem 400 at {@code file} when it is there already or one too many, 404 when the course is not the viewer's
     */
    @Transactional
    public long add(long course, NewMaterial wanted, Received file) {
        TrainingCourseView seen = courses.own(course);
        List<Kept> there = kept(course);
        if (there.stream().anyMatch(each -> each.sha256().equals(file.sha256()))) {
            throw Problem.invalid("file", "syllabus.invalid.file-twice");
        }
        if (there.size() >= MOST) {
            throw Problem.invalid("file", "syllabus.invalid.files", MOST);
        }
        StoredFile kept = files.keepFor(file, unit(course), seen.orgPath());
        long id = Rows.one(
                        bound.query(ADD, course, kept.id(), wanted.stage(), wanted.materialZh(), wanted.materialEn()),
                        row -> row.id(0))
                .orElseThrow();
        record("training.material-add", seen, kept.name());
        return id;
    }

    private long unit(long course) {
        return Rows.one(bound.query("select unit_id from training_course where id = ?", course), row -> row.id(0))
                .orElseThrow(Problem::notFound);
    }

    /** Takes a file from a course; what was given out stays with those who have it. @throws Problem 404 */
    @Transactional
    public void remove(long course, long material) {
        TrainingCourseView seen = courses.own(course);
        MaterialView gone = of(course).stream()
                .filter(each -> each.id() == material)
                .findFirst()
                .orElseThrow(Problem::notFound);
        bound.query("delete from training_course_file where id = ?", material).executeUpdate();
        record("training.material-remove", seen, gone.fileName());
    }

    private void record(String action, TrainingCourseView course, String file) {
        audit.record(
                action,
                new AuditTrail.Subject("training_course", course.id(), course.orgPath()),
                Changes.none().with("code", course.code()).with("file", file));
    }
}

package org.aeoreach.training.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.training.course.MaterialStage;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.web.upload.FileAnswer;
import org.aeoreach.web.upload.StoredFiles;

/** What those who come to a session are given: materials of its course, before, and after who was there. */
@ApplicationScoped
public class GivenMaterials {

    private static final String OF = "select m.file, m.stage, m.title_zh, m.title_en, m.name, m.bytes, m.media_type,"
            + " m.org_path from training_materials(cast(?1 as bytea), cast(?2 as bigint), ?3) m";

    @Inject
    private Bound bound;

    @Inject
    private UnitScope scope;

    @Inject
    private StoredFiles files;

    @Inject
    private Clock clock;

    private record Kept(GivenMaterial material, String type, String path) {}

    /** Those the owner of a link may have now, or those of a registration the viewer sees. */
    @Transactional
    public List<GivenMaterial> of(AttendeeKey key) {
        return kept(key).stream().map(Kept::material).toList();
    }

    private List<Kept> kept(AttendeeKey key) {
        LinkToken link = key.link();
        return Rows.list(
                bound.query(
                        OF,
                        link == null ? null : link.hash(),
                        link == null ? key.registration() : null,
                        clock.instant().atOffset(ZoneOffset.UTC)),
                row -> new Kept(
                        new GivenMaterial(
                                row.id(0),
                                MaterialStage.valueOf(row.text(1)),
                                row.text(2),
                                row.textOrNull(3),
                                row.text(4),
                                row.id(5)),
                        row.text(6),
                        row.text(7)));
    }

    /** @throws Problem 404 when it is not among those he may have */
    @Transactional
    public Response download(AttendeeKey key, long file) {
        Kept found = kept(key).stream()
                .filter(each -> each.material().file() == file)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return FileAnswer.of(
                scope.run(found.path(), () -> files.content(file)),
                found.material().name(),
                found.type());
    }
}

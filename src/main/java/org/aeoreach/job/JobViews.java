package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.PersonNames;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Reads jobs for people: with names, words and what the viewer may do. */
@ApplicationScoped
class JobViews {

    static final String COLUMNS = "select id, kind, status, account_id, slot, done, total, error, error_arguments,"
            + " cancel_requested, attempts, created_at, started_at, finished_at, org_path";

    @Inject
    private PersonNames names;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Messages messages;

    List<JobView> of(List<Rows.Row> rows) {
        var starters =
                names.of(rows.stream().map(row -> row.idOrNull(3)).distinct().toList());
        return rows.stream().map(row -> view(row, starters)).toList();
    }

    private JobView view(Rows.Row row, Map<Long, PersonNames.Person> starters) {
        JobStatus status = JobStatus.valueOf(row.text(2));
        Long account = row.idOrNull(3);
        String result = row.textOrNull(15);
        boolean asked = row.flag(9);
        return new JobView(
                row.id(0),
                row.text(1),
                status,
                account,
                account == null ? null : starters.get(account),
                row.instantOrNull(4),
                row.id(5),
                row.idOrNull(6),
                result == null ? null : JsonText.object(result),
                failure(row),
                asked,
                !status.finished() && !asked && mayCancel(account),
                (int) row.id(10),
                row.instant(11),
                row.instantOrNull(12),
                row.instantOrNull(13),
                row.text(14));
    }

    /** One's own; for administrators those of their people; those of the schedule only for who runs the installation. */
    private boolean mayCancel(@Nullable Long account) {
        Viewer me = viewer.require();
        boolean mine = account != null && account == me.accountId();
        return mine
                || me.role() == Role.SYSTEM_ADMINISTRATOR
                || (account != null && me.role() == Role.UNIT_ADMINISTRATOR);
    }

    private JobView.@Nullable Failure failure(Rows.Row row) {
        String key = row.textOrNull(7);
        if (key == null) {
            return null;
        }
        Language language = RequestContext.current().language();
        Object[] arguments =
                JsonText.array(row.text(8)).stream().map(JobViews::argument).toArray();
        return new JobView.Failure(key, messages.text(language, key, arguments));
    }

    /** As {@link Outcome} kept it. */
    static Object argument(JsonValue kept) {
        return kept instanceof JsonObject name
                ? new Bilingual(name.getString("zh"), name.getString("en"))
                : ((JsonString) kept).getString();
    }
}

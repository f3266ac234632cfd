package org.aeoreach.enquiry.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.Versions;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** How the viewer's unit spreads questions among its officers. */
@ApplicationScoped
public class RoutingRules {

    private static final String RULE = "select spread, version from enquiry_routing where unit_id = ?1";
    private static final String SET = "insert into enquiry_routing as r (unit_id, org_path, spread, version)"
            + " values (?1, ?2, ?3, 1) on conflict (unit_id) do update set spread = excluded.spread,"
            + " version = r.version + 1 where r.version = ?4";
    private static final String TOPICS = "select t.code, t.zh, t.en, a.id, a.name_zh, a.name_en from"
            + " enquiry_topic_officer o join library_topic t on t.code = o.topic join account a on a.id = o.account_id"
            + " where o.unit_id = ?1 order by t.position, a.name_zh collate pinyin, a.id";
    private static final String STAFF = "select distinct a.id, a.name_zh, a.name_en from role_assignment r"
            + " join account a on a.id = r.account_id where r.unit_id = ?1"
            + " and r.role in ('HOUSE_OFFICER', 'COORDINATOR', 'DISTRICT_OFFICER', 'GACC_OFFICER')"
            + " and a.suspended_at is null and r.valid_from <= china_day()"
            + " and (r.valid_to is null or r.valid_to >= china_day()) order by a.name_zh, a.id";

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    /** How questions are spread that neither a coordinator nor an officer for the topic takes. */
    public enum Spread {
        QUEUE,
        ROUND_ROBIN
    }

    /** The rule of a unit. */
    public record Rule(@NotNull Spread spread) {}

    /** Who takes questions on a topic first; nobody: the rule of the unit holds. */
    public record TopicRule(
            @NotBlank @Size(max = 60) String topic,
            @Size(max = 50) Set<@NotNull Long> officers) {

        public TopicRule {
            officers = Objects.requireNonNullElse(officers, Set.of());
        }
    }

    /** A rule as it stands. */
    public record Standing(Spread spread, long version, List<OfTopic> topics) {}

    /** One officer for one topic. */
    public record OfTopic(
            String topic,
            String zh,
            @Nullable String en,
            long officer,
            String nameZh,
            @Nullable String nameEn) {}

    @Transactional
    public Standing get() {
        long unit = viewer.require().unitId();
        List<OfTopic> topics = Rows.list(
                bound.query(TOPICS, unit),
                row -> new OfTopic(
                        row.text(0), row.text(1), row.textOrNull(2), row.id(3), row.text(4), row.textOrNull(5)));
        return Rows.one(bound.query(RULE, unit), row -> new Standing(Spread.valueOf(row.text(0)), row.id(1), topics))
                .orElse(new Standing(Spread.QUEUE, 0, topics));
    }

    /** @throws Problem 412 when somebody else changed it since that version */
    @Transactional
    public void set(long version, Rule rule) {
        Viewer me = viewer.require();
        Versions.check(
                1,
                bound.query(SET, me.unitId(), me.orgPath(), rule.spread(), version)
                        .executeUpdate());
        audit.record("enquiry.set-routing", subject(me), Changes.none().with("spread", rule.spread()));
    }

    /** Names those who take questions on a topic first, instead of whoever stood there. */
    @Transactional
    public void set(TopicRule rule) {
        Viewer me = viewer.require();
        Set<Long> staff = Set.copyOf(Rows.list(bound.query(STAFF, me.unitId()), row -> row.id(0)));
        if (!staff.containsAll(rule.officers())) {
            throw Problem.invalid("officers", "ask.invalid.officers");
        }
        boolean known = Rows.one(
                        bound.query("select 1 from library_topic where code = ?1", rule.topic()), row -> row.id(0))
                .isPresent();
        if (!known) {
            throw Problem.invalid("topic", "ask.invalid.topic");
        }
        bound.query("delete from enquiry_topic_officer where unit_id = ?1 and topic = ?2", me.unitId(), rule.topic())
                .executeUpdate();
        for (Long officer : rule.officers()) {
            bound.query(
                            "insert into enquiry_topic_officer (unit_id, org_path, topic, account_id)"
                                    + " values (?1, ?2, ?3, ?4)",
                            me.unitId(),
                            me.orgPath(),
                            rule.topic(),
                            officer)
                    .executeUpdate();
        }
        audit.record(
                "enquiry.set-topic-officers",
                subject(me),
                Changes.none()
                        .with("topic", rule.topic())
                        .with("officers", rule.officers().size()));
    }

    private static AuditTrail.Subject subject(Viewer me) {
        return new AuditTrail.Subject("unit", me.unitId(), me.orgPath());
    }

    /** The officers of the unit as options of a form. */
    @Transactional
    public List<Option> officers(Page page) {
        return Rows.list(
                bound.query(STAFF, viewer.require().unitId()),
                row -> new Option(Long.toString(row.id(0)), page.pick(row.text(1), row.textOrNull(2))));
    }
}

package org.aeoreach.enquiry.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Reads, writes and fills templates. */
@ApplicationScoped
public class Templates {

    private static final String ONE = TemplateView.SELECT + " where t.id = ?1";
    private static final String FITS =
            TemplateView.SELECT + " where not t.archived and below_path(t.org_path) and (?1 or t.body_en is not null)";
    private static final String CHOSEN = FITS + " and t.id = ?2";
    private static final String OFFERED = FITS
            + " order by (t.topic is not distinct from cast(?2 as text)) desc, length(t.org_path) desc,"
            + " t.name collate pinyin, t.id limit 200";
    private static final String LISTED = TemplateView.SELECT + " where t.id > ?1 order by t.id limit ?2";
    private static final String SAME =
            "select 1 from enquiry_template where unit_id = coalesce((select t.unit_id from enquiry_template t where t.id = ?3), ?1)"
                    + " and name = ?2 and id <> ?3";
    private static final String ADD = "insert into enquiry_template (unit_id, org_path, name, topic, body_zh, body_en)"
            + " values (?1, ?2, ?3, cast(?4 as text), ?5, cast(?6 as text)) returning id";
    private static final String CHANGE =
            "update enquiry_template set name = ?2, topic = cast(?3 as text), body_zh = ?4,"
                    + " body_en = cast(?5 as text), version = version + 1 where id = ?1";
    private static final String ARCHIVE =
            "update enquiry_template set archived = ?2, version = version + 1 where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** @throws Problem 404 when there is none of the viewer's unit, above or below it */
    @Transactional
    public TemplateView get(long id) {
        return Rows.one(bound.query(ONE, id), TemplateView::of).orElseThrow(Problem::notFound);
    }

    /** At most 200 for an answer to this enquiry by the viewer, the ones of its topic and his own unit first. */
    @Transactional
    public List<TemplateView> offered(EnquiryView enquiry) {
        boolean zh = enquiry.language() == Language.ZH;
        return Rows.list(bound.query(OFFERED, zh, enquiry.work().topic()), TemplateView::of);
    }

    /** Those of the viewer's unit, above and below it, in the order of their numbers. */
    @Transactional
    public Slice<TemplateView> list(long after, int limit) {
        return Slice.of(Rows.list(bound.query(LISTED, after, limit + 1), TemplateView::of), limit, TemplateView::id);
    }

    /** All of the viewer's unit and those above it that are in use, his own unit's first. */
    @Transactional
    public List<TemplateView> all() {
        return Rows.list(bound.query(OFFERED, true, null), TemplateView::of);
    }

    /** A text with the values of an enquiry in the language of its asker; a placeholder without a value stays in it. */
    public String fill(String text, EnquiryView enquiry) {
        return Placeholder.fill(text, values(enquiry, enquiry.language()));
    }

    /**
     * The text as it reads for an enquiry, in the language of its asker; a placeholder without a value stays in it.
     *
     * @throws Problem 400 at {@code templateId} when it is not for the viewer or has no words in that language
     */
    @Transactional
    public String filled(long id, EnquiryView enquiry) {
        Language language = enquiry.language();
        TemplateView template = Rows.one(bound.query(CHOSEN, language == Language.ZH, id), TemplateView::of)
                .orElseThrow(() -> Problem.invalid("templateId", "desk.invalid.template-template"));
        String text = language == Language.ZH ? template.bodyZh() : Objects.requireNonNull(template.bodyEn());
        return fill(text, enquiry);
    }

    private Map<Placeholder, String> values(EnquiryView enquiry, Language language) {
        Viewer me = viewer.require();
        EnquiryView.EnterpriseOf enterprise = enquiry.enterprise();
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.NUMBER, enquiry.number());
        values.put(Placeholder.SUBJECT, enquiry.subject());
        values.put(Placeholder.ASKER, enquiry.asker().name());
        if (enterprise != null && enterprise.zh() != null) {
            values.put(Placeholder.ENTERPRISE, language.pick(enterprise.zh(), enterprise.en()));
        }
        values.put(
                Placeholder.UNIT,
                language.pick(enquiry.unit().zh(), enquiry.unit().en()));
        values.put(Placeholder.OFFICER, language.pick(me.nameZh(), me.nameEn()));
        return values;
    }

    /** Adds one for the viewer's unit. @throws Problem 400 at the field */
    @Transactional
    public long add(NewTemplate wanted) {
        Viewer me = viewer.require();
        check(wanted, me.unitId(), 0);
        long id = Rows.one(
                        bound.query(
                                ADD,
                                me.unitId(),
                                me.orgPath(),
                                wanted.templateName(),
                                wanted.topic(),
                                wanted.bodyZh(),
                                wanted.bodyEn()),
                        row -> row.id(0))
                .orElseThrow();
        record("desk.template-add", id, me.orgPath(), wanted);
        return id;
    }

    /** @throws Problem 400 at the field, 404 when it is neither the viewer's unit's nor one below's, 412 when it has changed since */
    @Transactional
    public void change(long id, long version, NewTemplate wanted) {
        TemplateView seen = own(id, version);
        check(wanted, viewer.require().unitId(), id);
        bound.query(CHANGE, id, wanted.templateName(), wanted.topic(), wanted.bodyZh(), wanted.bodyEn())
                .executeUpdate();
        record("desk.template-change", id, seen.orgPath(), wanted);
    }

    /** Takes it out of use, or into it again. Refuses as {@link #change}. */
    @Transactional
    public void archive(long id, long version, boolean archived) {
        TemplateView seen = own(id, version);
        bound.query(ARCHIVE, id, archived).executeUpdate();
        audit.record(
                archived ? "desk.template-archive" : "desk.template-restore",
                new AuditTrail.Subject("enquiry_template", id, seen.orgPath()),
                Changes.none().with("name", seen.name()));
    }

    private TemplateView own(long id, long version) {
        TemplateView seen = get(id);
        if (!seen.own()) {
            throw Problem.notFound();
        }
        Versions.check(version, seen.version());
        return seen;
    }

    private void check(NewTemplate wanted, long unit, long id) {
        known("bodyZh", wanted.bodyZh());
        known("bodyEn", wanted.bodyEn());
        if (!bound.query(SAME, unit, wanted.templateName(), id).getResultList().isEmpty()) {
            throw Problem.invalid("templateName", "desk.invalid.template-name");
        }
        if (wanted.topic() != null
                && bound.query("select 1 from library_topic where code = ?1", wanted.topic())
                        .getResultList()
                        .isEmpty()) {
            throw Problem.invalid("topic", "desk.invalid.topic");
        }
    }

    /** @throws Problem 400 at the field when something in braces is no placeholder */
    public static void known(String field, @Nullable String text) {
        List<String> unknown = Placeholder.unknown(text);
        if (!unknown.isEmpty()) {
            throw Problem.invalid(field, "desk.invalid.template-placeholder", String.join(" ", unknown));
        }
    }

    private void record(String action, long id, String path, NewTemplate wanted) {
        audit.record(
                action,
                new AuditTrail.Subject("enquiry_template", id, path),
                Changes.none().with("name", wanted.templateName()).with("topic", wanted.topic()));
    }
}

package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.lookup.EnterpriseLookup;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;
import org.aeoreach.web.picker.EnterpriseChoices;

/** Contacts that count, one row for each party: what stands in it of the text is empty where the viewer may not read it. */
@ApplicationScoped
class TouchpointList implements Listing {

    private static final String FROM = "touchpoint_party p"
            + " join unit_name n on n.unit_id = p.by_unit_id and n.valid_to is null"
            + " left join enterprise e on e.id = p.enterprise_id"
            + " left join partner_organisation o on o.id = p.partner_id"
            + " left join touchpoint t on t.id = p.touchpoint_id";
    private static final String SUBJECTS_ZH = subjects("s.text");
    private static final String SUBJECTS_EN = subjects("coalesce(k.title_en, s.text)");
    private static final String OFFICERS = "(select string_agg(coalesce(a.name_zh, '…'), ', ' order by a.name_zh)"
            + " from touchpoint_officer x left join account a on a.id = x.account_id where x.touchpoint_id = t.id)";

    /** So many enterprises are looked for by name or code, the best first. */
    private static final int FOUND = 200;

    @Inject
    private EnterpriseChoices enterprises;

    @Inject
    private Messages messages;

    private final ListSpec spec = ListSpec.at("touchpoints", "/desk/touchpoints", "outreach.touchpoints.title")
            .from(FROM, "p.id")
            .where("p.withdrawn_at is null")
            .columns(
                    Column.of(
                                    "party",
                                    "outreach.field.party",
                                    TouchpointList::party,
                                    "p.touchpoint_id",
                                    "coalesce(e.name_zh, o.name_zh)",
                                    "coalesce(e.name_en, o.name_en)")
                            .lead(),
                    Column.of("day", "outreach.field.day", TouchpointList::day, "p.at")
                            .sortable(),
                    Column.of("channel", "outreach.field.channel", TouchpointList::channel, "p.channel"),
                    Column.of("strength", "outreach.field.strength", TouchpointList::strength, "p.strength"),
                    Column.of(
                            "subjects", "outreach.field.subjects", TouchpointList::subjects, SUBJECTS_ZH, SUBJECTS_EN),
                    Column.text("agreed", "outreach.field.agreed", "t.agreed"),
                    Column.of("unit", "outreach.field.byUnit", TouchpointList::unit, "n.zh", "n.en"),
                    Column.of("direction", "outreach.field.direction", TouchpointList::direction, "p.direction")
                            .hidden(),
                    Column.text("officers", "outreach.field.officers", OFFICERS).hidden(),
                    Column.text("said", "outreach.field.said", "t.said").hidden(),
                    Column.text("heard", "outreach.field.heardOn", "t.heard_on").hidden(),
                    Column.code("code", "enterprise.field.customsCode", "e.customs_code")
                            .hidden())
            .filters(
                    Filter.search("outreach.touchpoints.search", this::party),
                    Filter.choice(
                            "channel", "outreach.field.channel", Channel.values(), "outreach.channel.", "p.channel"),
                    Filter.days("at", "outreach.field.day", "p.at"),
                    Filter.choice(
                                    "strength",
                                    "outreach.filter.strength",
                                    strengths(),
                                    value -> Fragment.of(
                                            "p.strength in (select c.code from contact_strength c where c.rank >="
                                                    + " (select d.rank from contact_strength d where d.code = ?))",
                                            value))
                            .more(),
                    Filter.unit(
                                    "unit",
                                    "outreach.field.byUnit",
                                    "(select u.org_path from unit u where u.id = p.by_unit_id)")
                            .more(),
                    Filter.unit("house", "outreach.field.house", "p.org_path").more(),
                    Filter.text("officer", "outreach.filter.officer", TouchpointList::officer)
                            .more(),
                    Filter.text("subject", "outreach.field.subjects", TouchpointList::subject)
                            .more(),
                    Filter.yesNo(
                                    "heard",
                                    "outreach.field.heard",
                                    "p.touchpoint_id in (select h.id from touchpoint h where h.heard)")
                            .more(),
                    Filter.text("enterprise", "outreach.filter.enterprise", TouchpointList::enterprise)
                            .more())
            .order("-day")
            .empty(EmptyState.because("outreach.touchpoints.none")
                    .leading("/desk/touchpoints/new", "outreach.touchpoint.new")
                    .whenFiltered("outreach.touchpoints.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    @Override
    public String notice(String searched) {
        String unready = enterprises.notice();
        boolean cut = unready.isEmpty()
                && !searched.isBlank()
                && enterprises.search(searched, FOUND + 1).size() > FOUND;
        return cut ? messages.text(RequestContext.current().language(), "outreach.touchpoints.cut", FOUND) : unready;
    }

    private static String subjects(String text) {
        return "(select string_agg(" + text + ", '; ' order by s.position) from touchpoint_subject s"
                + " left join contact_subject k on k.ref = s.ref where s.touchpoint_id = t.id)";
    }

    private static Cell subjects(Rows.Row row, Page page) {
        return row.textOrNull(0) == null ? Cell.NONE : Cell.text(page.pick(row.text(0), row.textOrNull(1)));
    }

    private static List<Filter.Option> strengths() {
        return java.util.Arrays.stream(Strength.values())
                .map(each -> new Filter.Option(each.name(), "outreach.strength." + each))
                .toList();
    }

    /** Looked up among the enterprises, not among their contacts, of which there are many more. */
    private Fragment party(String text) {
        String ids = enterprises.search(text, FOUND).stream()
                .map(found -> Long.toString(found.id()))
                .collect(Collectors.joining(",", "{", "}"));
        return Fragment.of(
                "(p.enterprise_id = any(cast(? as bigint[])) or p.partner_id = any(array("
                        + "select f.id from partner_organisation f where f.name_zh ilike ? or f.name_en ilike ?)))",
                ids,
                pattern(text),
                pattern(text));
    }

    private static Fragment officer(String text) {
        return Fragment.of(
                "p.touchpoint_id in (select x.touchpoint_id from touchpoint_officer x join account w on w.id = x.account_id"
                        + " where w.name_zh ilike ? or w.name_en ilike ? or w.login = ?)",
                pattern(text),
                pattern(text),
                text);
    }

    /** A known thing by its name, number or title; other words as they were written, from their beginning. */
    private static Fragment subject(String text) {
        return Fragment.of(
                "p.touchpoint_id in (select y.touchpoint_id from touchpoint_subject y where y.ref collate \"C\" = any(array("
                        + "select k.ref from contact_subject k where k.ref = ? or k.number = ? or k.title_zh ilike ?"
                        + " or k.title_en ilike ? or k.category_zh = ? or lower(k.category_en) = lower(?)))"
                        + " or (y.ref is null and y.text collate \"C\" >= ? and y.text collate \"C\" < ?))",
                text,
                text,
                pattern(text),
                pattern(text),
                text,
                text,
                text,
                text + EnterpriseLookup.LAST);
    }

    private static Fragment enterprise(String number) {
        if (!number.matches("[0-9]{1,18}")) {
            throw Problem.invalid("enterprise", "outreach.invalid.number");
        }
        return Fragment.of("p.enterprise_id = ?", Long.valueOf(number));
    }

    private static String pattern(String text) {
        return "%" + Rows.likeQuoted(text) + "%";
    }

    private static Cell party(Rows.Row row, Page page) {
        Cell name = row.textOrNull(1) == null
                ? Cell.quiet(page.t("outreach.party-elsewhere"))
                : Cell.text(page.pick(row.text(1), row.textOrNull(2)));
        return new Cell.Link("/desk/touchpoints/" + row.id(0), name);
    }

    /** Not sorted by: the ledger is read by its days, ten million rows by one index. */
    private static Cell unit(Rows.Row row, Page page) {
        return Cell.text(page.pick(row.text(0), row.textOrNull(1)));
    }

    private static Cell day(Rows.Row row, Page page) {
        return new Cell.Day(TouchpointReader.day(row.instant(0)));
    }

    private static Cell channel(Rows.Row row, Page page) {
        return Cell.text(page.t("outreach.channel." + row.text(0)));
    }

    private static Cell direction(Rows.Row row, Page page) {
        return Cell.text(page.t("outreach.direction." + row.text(0)));
    }

    private static Cell strength(Rows.Row row, Page page) {
        return Cell.text(page.t("outreach.strength." + row.text(0)));
    }
}

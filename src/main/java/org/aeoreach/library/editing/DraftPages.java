package org.aeoreach.library.editing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.Documents;
import org.aeoreach.library.content.Audience;
import org.aeoreach.library.content.Certainty;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.Relation;
import org.aeoreach.library.content.Track;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** A draft: written, looked at, decided. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class DraftPages {
    private static final String ONE = "library/drafts/{id: [0-9]{1,18}}";
    private static final int BODY = 2 << 20;

    @Inject
    private Drafts drafts;

    @Inject
    private DraftReader reader;

    @Inject
    private Comparisons comparisons;

    @Inject
    private TermHints terms;

    @Inject
    private DocumentChoices choices;

    @Inject
    private Documents documents;

    @Inject
    private Issuers issuers;

    @Inject
    private Origins origins;

    @Inject
    private DraftList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("library/drafts")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("library/drafts/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel draft(@PathParam("id") long id) {
        return page(reader.get(id), form(reader.get(id)));
    }

    private JteModel page(DraftView draft, Form form) {
        Page page = pages.page(draft.title(RequestContext.current().language()));
        boolean writes = page.is(Role.GACC_OFFICER, Role.DISTRICT_OFFICER);
        if (draft.state() == DraftState.DRAFT && writes && !draft.archiving()) {
            return new StaticTemplates()
                    .libraryDeskDraft(page, draft, offered(page, draft, form), terms.of(draft), titles(form));
        }
        return new StaticTemplates()
                .libraryDeskReview(
                        page,
                        draft,
                        new ReviewView(
                                SideBySide.of(draft),
                                comparisons.of(draft),
                                terms.of(draft),
                                writes,
                                origins.of(draft.code())),
                        form.requiring("answer"));
    }

    /** Of the documents the form names. */
    private Map<String, String> titles(Form form) {
        return choices.titles(Stream.of(Relation.values())
                .flatMap(relation -> Writing.codes(form.value(relation.field())).stream())
                .toList());
    }

    private Form offered(Page page, DraftView draft, Form form) {
        List<Option> topics = documents.topics(Time.today(clock)).stream()
                .map(topic -> new Option(topic.code(), topic.name(page.language())))
                .toList();
        List<Option> steps = ContentDocument.STEPS.stream()
                .map(step -> new Option(step, page.t("enterprise.step." + step)))
                .toList();
        return form.options("issuer", issuers.of(draft, page.language()))
                .options("tracks", Option.of(page, "library.for.", Track.values()))
                .options("journey", steps)
                .options("audience", Option.of(page, "library.for.", Audience.values()))
                .options("topics", topics)
                .options("certainty", Option.of(page, "library.certainty.", Certainty.values()));
    }

    private static Form form(DraftView draft) {
        JsonObject facts = draft.facts();
        return Form.of(Writing.class)
                .with("zhTitle", draft.zh().title())
                .with("zhSummary", draft.zh().summary())
                .with("zhMarkdown", draft.zh().markdown())
                .with("enTitle", draft.en().title())
                .with("enSummary", draft.en().summary())
                .with("enMarkdown", draft.en().markdown())
                .with("issuer", facts.getString("issuer", ""))
                .with("number", facts.getString("number", ""))
                .with("published", facts.getString("published", ""))
                .with("tracks", strings(facts, "tracks"))
                .with("journey", strings(facts, "journey"))
                .with("amends", draft.linked(Relation.AMENDS))
                .with("repeals", draft.linked(Relation.REPEALS))
                .with("interprets", draft.linked(Relation.INTERPRETS))
                .with("basedOn", draft.linked(Relation.BASED_ON))
                .with("related", draft.linked(Relation.RELATED))
                .with("effective", facts.getString("effective", ""))
                .with("repealed", facts.getString("repealed", ""))
                .with("review", facts.getString("review", ""))
                .with("certainty", facts.getString("certainty"))
                .with("audience", strings(facts, "audience"))
                .with("topics", strings(facts, "topics"))
                .with("sources", strings(facts, "sources").stream().collect(Collectors.joining("\n")))
                .with("inStep", draft.inStep())
                .with("note", draft.note())
                .version(draft.version());
    }

    private static List<String> strings(JsonObject facts, String name) {
        return facts.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    /** Keeps what was typed; with {@code then=submit} sends it on, with {@code then=preview} shows how it will look. */
    @POST
    @Path(ONE)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = BODY,
            audited = true)
    public Response save(@PathParam("id") long id, Form form) {
        String then = form.value("then");
        return forms.submit(form, Writing.class)
                .again(failed -> page(reader.get(id), failed))
                .current(() -> current(id))
                .run(writing -> {
                    DraftView saved = drafts.save(id, form.version(), writing);
                    if (then.equals("preview")) {
                        return forms.done("/desk/library/drafts/" + id + "/preview", "library.done.saved");
                    }
                    if (then.equals("submit")) {
                        return sent(saved);
                    }
                    return forms.done("/desk/library/drafts/" + id, "library.done.saved");
                });
    }

    private Form current(long id) {
        DraftView now = reader.get(id);
        return offered(pages.titled("library.desk.title"), now, form(now));
    }

    /** What was typed is kept by now, whatever is wrong with it. */
    private Response sent(DraftView saved) {
        return forms.submit(form(saved), Writing.class)
                .again(failed -> page(saved, failed))
                .run(writing -> {
                    drafts.submit(saved.id(), saved.version());
                    return forms.done("/desk/library/drafts/" + saved.id(), "library.done.submitted");
                });
    }

    @GET
    @Path(ONE + "/preview")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel preview(@PathParam("id") long id) {
        DraftView draft = reader.get(id);
        return new StaticTemplates()
                .libraryDeskPreview(
                        pages.page(draft.title(RequestContext.current().language())), draft, SideBySide.of(draft));
    }

    @POST
    @Path(ONE + "/approval")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response approve(@PathParam("id") long id, Form form) {
        return forms.submit(form, Decision.class)
                .again(failed -> page(reader.get(id), failed))
                .run(decision -> {
                    DraftView draft = drafts.approve(id, form.version(), decision.day());
                    return forms.done("/desk/library/drafts/" + id, approved(draft));
                });
    }

    private static String approved(DraftView draft) {
        if (draft.state() == DraftState.SCHEDULED) {
            return draft.archiving() ? "library.done.scheduled-archiving" : "library.done.scheduled";
        }
        if (!draft.archiving()) {
            return "library.done.published";
        }
        return draft.facts().getBoolean("archived", false) ? "library.done.archived" : "library.done.unarchived";
    }

    @POST
    @Path(ONE + "/return")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response giveBack(@PathParam("id") long id, Form form) {
        return forms.submit(form, Refusal.class)
                .again(failed -> page(reader.get(id), failed))
                .run(refusal -> {
                    drafts.giveBack(id, form.version(), refusal);
                    return forms.done("/desk/library/drafts/" + id, "library.done.returned");
                });
    }

    /** Takes the newest version as what it is compared with. */
    @POST
    @Path(ONE + "/base")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response rebase(@PathParam("id") long id, Form form) {
        drafts.rebase(id, form.version());
        return forms.done("/desk/library/drafts/" + id, "library.done.rebased");
    }

    @POST
    @Path(ONE + "/discard")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response discard(@PathParam("id") long id, Form form) {
        drafts.discard(id, form.version());
        return forms.done("/desk/library", "library.done.discarded");
    }
}

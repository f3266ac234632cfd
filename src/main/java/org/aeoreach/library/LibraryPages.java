package org.aeoreach.library;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.aeoreach.library.attachment.Attachments;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.follow.Follows;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.jspecify.annotations.Nullable;

/** The library as everybody reads it. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class LibraryPages {

    @Inject
    private Documents documents;

    @Inject
    private Publishers publishers;

    @Inject
    private Attachments attachments;

    @Inject
    private Follows follows;

    @Inject
    private Pages pages;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    @GET
    @Path("library")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public JteModel home(@QueryParam("asOf") @DefaultValue("") String asked) {
        AsOf asOf = asOf(asked);
        DocumentFilter policies = DocumentFilter.of(DocumentKind.POLICY);
        Shelf shelf = new Shelf(
                DocumentFilter.of(asOf),
                asOf,
                documents.list(policies, asOf.day(), "", 4, language()),
                documents.kinds(DocumentFilter.of(asOf), asOf.day()),
                documents.topics(asOf.day()),
                steps(),
                documents.districts());
        return new StaticTemplates().libraryHome(pages.titled("library.title"), shelf);
    }

    @GET
    @Path("library/list")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public JteModel list(@BeanParam DocumentFilter filter, @BeanParam Paging paging) {
        AsOf asOf = asOf(filter.checked().asOf());
        Shelf shelf = new Shelf(
                filter,
                asOf,
                documents.list(filter, asOf.day(), paging.after(), paging.limit(), language()),
                documents.kinds(filter, asOf.day()),
                documents.topics(asOf.day()),
                steps(),
                documents.districts());
        return new StaticTemplates().libraryList(titled(shelf), shelf);
    }

    /** Named by whom it is for, what it is about or what it holds. */
    private Page titled(Shelf shelf) {
        DocumentFilter filter = shelf.filter();
        if (!filter.track().isEmpty()) {
            return pages.titled("library.for." + filter.track());
        }
        if (!filter.audience().isEmpty()) {
            return pages.titled("library.for." + filter.audience());
        }
        if (!filter.topic().isEmpty()) {
            return shelf.topics().stream()
                    .filter(topic -> topic.code().equals(filter.topic()))
                    .findFirst()
                    .map(topic -> pages.page(topic.name(language())))
                    .orElseGet(() -> pages.titled("library.list.title"));
        }
        if (!filter.step().isEmpty()) {
            return pages.titled("enterprise.step." + filter.step());
        }
        if (!filter.district().isEmpty()) {
            return shelf.districts().stream()
                    .filter(district -> district.code().equals(filter.district()))
                    .findFirst()
                    .map(district -> pages.titled("library.list.of-district", district.name(language())))
                    .orElseGet(() -> pages.titled("library.list.title"));
        }
        return pages.titled(filter.kind().isEmpty() ? "library.list.title" : "library.kinds." + filter.kind());
    }

    @GET
    @Path("library/documents/{code: [A-Za-z0-9._:-]{1,120}}")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public JteModel document(
            @PathParam("code") String code,
            @QueryParam("asOf") @DefaultValue("") String asked,
            @QueryParam("text") @DefaultValue("") String wanted) {
        AsOf asOf = asOf(asked);
        DocumentView document = documents.get(code);
        Language chosen = Language.of(wanted);
        DocumentText text = document.text(chosen == null ? language() : chosen);
        List<DocumentLink> neighbours =
                switch (document.kind()) {
                    case STANDARD_ITEM, SYLLABUS -> documents.neighbours(document);
                    default -> List.of();
                };
        Reading reading = Reading.of(document, text, asOf, documents.instead(document, asOf.day()), neighbours);
        return new StaticTemplates()
                .libraryDocument(
                        pages.page(text.title()),
                        reading,
                        keeper(document),
                        publishers
                                .of(document.issuer())
                                .map(issuer -> issuer.name(language()))
                                .orElse(null),
                        attachments.of(code),
                        follows.of(code).orElse(null),
                        new Printed(configuration.baseUrl() + reading.href() + asOf.query(), Time.today(clock)));
    }

    /** Null for what holds everywhere. */
    private @Nullable Keeper keeper(DocumentView document) {
        return documents
                .district(document)
                .map(district -> new Keeper(district.name(language()), documents.elsewhere(district)))
                .orElse(null);
    }

    /** Those there is something about, in their usual order. */
    private List<String> steps() {
        List<String> used = documents.steps();
        return ContentDocument.STEPS.stream().filter(used::contains).toList();
    }

    private AsOf asOf(String asked) {
        return AsOf.of("asOf", asked, Time.today(clock));
    }

    private static Language language() {
        return RequestContext.current().language();
    }
}

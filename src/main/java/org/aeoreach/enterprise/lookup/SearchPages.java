package org.aeoreach.enterprise.lookup;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;

/** The search page of officers: what the field at the top of every page leads to. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SearchPages {

    static final int LONGEST = 100;
    private static final int MOST = 50;
    private static final int ELSEWHERE = 10;

    @Inject
    private EnterpriseLookup lookup;

    @Inject
    private NamedLookup named;

    @Inject
    private Elsewhere elsewhere;

    @Inject
    private IndexNotices notices;

    @Inject
    private Pages pages;

    /** One kind of what is found, or all. */
    public enum Part {
        ALL,
        ENTERPRISES,
        PERSONS,
        PARTNERS
    }

    /**
     * What the page shows.
     *
     * @param part what the reader wants to see of it
     * @param also what other rooms found
     * @param notice why less may be found just now than there is, or empty
     */
    public record Shown(
            String text, Part part, Hits enterprises, Named persons, Named partners, List<Also> also, String notice) {

        /** How many were found of a part, at most {@link SearchPages#MOST} of each kind. */
        public int count(Part of) {
            return switch (of) {
                case ENTERPRISES -> enterprises.list().size();
                case PERSONS -> persons.list().size();
                case PARTNERS -> partners.list().size();
                case ALL ->
                    count(Part.ENTERPRISES)
                            + count(Part.PERSONS)
                            + count(Part.PARTNERS)
                            + also.stream()
                                    .mapToInt(each -> each.lines().size())
                                    .sum();
            };
        }

        /** Whether there are more of a part than are counted. */
        public boolean more(Part of) {
            return switch (of) {
                case ENTERPRISES -> enterprises.more();
                case PERSONS -> persons.more();
                case PARTNERS -> partners.more();
                case ALL ->
                    more(Part.ENTERPRISES)
                            || more(Part.PERSONS)
                            || more(Part.PARTNERS)
                            || also.stream().anyMatch(Also::more);
            };
        }

        public boolean shows(Part of) {
            return count(of) > 0 && (part == of || part == Part.ALL);
        }
    }

    /** @param part what to show of it; anything unknown is all */
    @GET
    @Path("search")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel search(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("part") @DefaultValue("") String part) {
        String wanted = text.strip();
        if (wanted.length() > LONGEST) {
            throw Problem.invalid("q", "lookup.invalid.long", LONGEST);
        }
        Shown shown = new Shown(
                wanted,
                part(part),
                lookup.find(wanted, MOST),
                named.persons(wanted, MOST),
                named.partners(wanted, MOST),
                elsewhere.find(wanted, ELSEWHERE),
                notices.of(EnterpriseNames.KIND, PersonNames.KIND, PartnerNames.KIND));
        return new StaticTemplates().enterpriseSearch(pages.titled("lookup.title"), shown);
    }

    private static Part part(String text) {
        for (Part part : Part.values()) {
            if (part.name().equalsIgnoreCase(text)) {
                return part;
            }
        }
        return Part.ALL;
    }
}

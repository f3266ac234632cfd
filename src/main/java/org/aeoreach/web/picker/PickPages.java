package org.aeoreach.web.picker;

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
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** What a picker offers while somebody types: parts of a page, to be put below the field. */
@Path("/desk/pick")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PickPages {

    private static final int LONGEST = 100;

    @Inject
    private UnitChoices units;

    @Inject
    private EnterpriseChoices enterprises;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Pages pages;

    /** Units found by text; without one the tree, one level at a time. */
    @GET
    @Path("units")
    @Access(value = Access.Who.OFFICERS, limit = Limit.PICK)
    public JteModel units(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("parent") @Nullable Long parent,
            @QueryParam("mine") boolean mine) {
        Reach reach = mine ? Reach.MINE : Reach.ALL;
        String wanted = shortened(text);
        if (wanted.isEmpty()) {
            return new StaticTemplates()
                    .webPickerTree(pages.titled("component.pick.units"), units.below(parent, reach), parent != null);
        }
        List<UnitChoice> found = units.search(wanted, reach, EnterprisePickers.MOST + 1);
        return new StaticTemplates()
                .webPickerUnits(
                        pages.titled("component.pick.units"),
                        found.stream().limit(EnterprisePickers.MOST).toList(),
                        pickers.count(found.size()));
    }

    /** Enterprises found by text; none without one. */
    @GET
    @Path("enterprises")
    @Access(value = Access.Who.OFFICERS, limit = Limit.PICK)
    public JteModel enterprises(@QueryParam("q") @DefaultValue("") String text) {
        String wanted = shortened(text);
        List<EnterpriseChoice> found =
                wanted.isEmpty() ? List.of() : enterprises.search(wanted, EnterprisePickers.MOST + 1);
        return new StaticTemplates()
                .webPickerEnterprises(
                        pages.titled("component.pick.enterprises"),
                        found.stream().limit(EnterprisePickers.MOST).toList(),
                        pickers.count(found.size()),
                        wanted.isEmpty() ? "" : enterprises.notice());
    }

    private static String shortened(String text) {
        String bare = text.strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }
}

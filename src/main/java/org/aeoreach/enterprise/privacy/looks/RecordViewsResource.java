package org.aeoreach.enterprise.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Who looked at which enterprise, over REST, for those who audit. */
@Path("/api/v1/record-views")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RecordViewsResource {

    @Inject
    private RecordViewRows rows;

    /**
     * The newest first: of a person ({@code person}, number of the account), an enterprise ({@code enterprise}), days
     * in Shanghai ({@code from}, {@code to}, both included).
     */
    @GET
    @Access(roles = Role.AUDITOR, limit = Limit.SEARCH)
    public Slice<RecordView> list(@BeanParam RecordViewRows.Asked asked, @BeanParam Paging paging) {
        return rows.list(asked, paging.after(), paging.limit());
    }
}

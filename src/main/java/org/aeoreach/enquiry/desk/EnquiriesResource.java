package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** The enquiries of the caller's range over REST. */
@Path("/api/v1/enquiries")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EnquiriesResource {

    @Inject
    private Enquiries enquiries;

    /** The newest first. @param status only these */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<EnquiryView> list(@QueryParam("status") @Nullable EnquiryStatus status, @BeanParam Paging paging) {
        return enquiries.list(status, paging.afterId(Long.MAX_VALUE), paging.limit());
    }
}

package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells the substitute by mail, in the transaction of the arrangement. */
@ApplicationScoped
class SubstitutionNotice {

    void tell(SubstitutionView substitution, String orgPath) {}
}

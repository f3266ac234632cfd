package org.aeoreach.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;

/**
 * Who may call a resource method, and within which limits. Every resource method carries one; a method without it is
 * refused at run time and fails the build. The table of routes is generated from these.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

    Who value() default Who.ROLES;

    /** The roles that may call it, when {@link #value()} is {@link Who#ROLES}. */
    Role[] roles() default {};

    /** Rights an enterprise user needs besides, all of them, in the enterprise he acts for; officers need none. */
    Right[] rights() default {};

    /** What becomes of a call on a record of another unit. */
    Reach reach() default Reach.NONE;

    Limit limit() default Limit.NONE;

    /** Largest body in bytes. */
    int body() default 1 << 20;

    /** Whether a successful call leaves an audit entry; the generated test holds it to that. */
    boolean audited() default false;

    /** Whether a program may call it with a personal access token. Only routes of the API take any. */
    boolean tokens() default true;

    /** Kinds of callers. */
    enum Who {
        /** Nobody needs to sign in. */
        ANYONE,
        /** Anyone in a demo installation, signed-in people elsewhere. */
        DEMO_OR_SIGNED_IN,
        /** Every signed-in person. */
        SIGNED_IN,
        /** People acting in any role of customs. */
        OFFICERS,
        /** Officers whose role may change records; an auditor's may not. */
        WORKING_OFFICERS,
        /** Officers who direct, plan or carry out outreach, at whatever level, see {@link Role#reachesOut()}. */
        OUTREACH_OFFICERS,
        /** People acting in one of the roles. */
        ROLES;

        /** Whether somebody signed in, acting in that role, may call. */
        boolean admits(Role role, Role[] named) {
            return switch (this) {
                case ANYONE, DEMO_OR_SIGNED_IN, SIGNED_IN -> true;
                case OFFICERS -> role.isOfficer();
                case WORKING_OFFICERS -> role.mayWrite();
                case OUTREACH_OFFICERS -> role.reachesOut();
                case ROLES -> java.util.Arrays.asList(named).contains(role);
            };
        }
    }

    /** How the unit of a record bears on the answer. */
    enum Reach {
        /** The route names no record, or everybody who may call it may reach every record. */
        NONE,
        /** Records outside the viewer's unit and below do not exist for him: 404. */
        SUBTREE,
        /** As {@link #SUBTREE}; records kept by a unit above the viewer's are there for him to be read, too. */
        SUBTREE_AND_ABOVE,
        /** Everybody may read these records, but only those of the viewer's unit and below may be changed: 403. */
        WRITE_SUBTREE,
        /** Only records of the viewer's own person. */
        OWN,
        /** Records of another enterprise than the one the viewer acts for do not exist for him: 404. */
        ENTERPRISE
    }
}

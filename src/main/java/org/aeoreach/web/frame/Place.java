package org.aeoreach.web.frame;

import java.util.Set;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Page;

/**
 * Somewhere to go.
 *
 * @param name message {@code web.nav.<name>}
 * @param key letter that leads there after {@code g}, or a blank
 * @param exact whether pages below it are no part of it
 * @param roles who finds it in the navigation; empty for everybody
 */
public record Place(String href, String name, char key, boolean exact, Set<Role> roles) {

    static Place to(String href, String name, char key) {
        return new Place(href, name, key, false, Set.of());
    }

    static Place only(String href, String name, char key) {
        return new Place(href, name, key, true, Set.of());
    }

    Place forRoles(Role... some) {
        return new Place(href, name, key, exact, Set.of(some));
    }

    boolean openTo(Page page) {
        return roles.isEmpty() || page.is(roles.toArray(new Role[0]));
    }

    boolean covers(Page page) {
        return exact ? page.path().equals(href) : page.within(href);
    }

    boolean below(Place other) {
        return href.startsWith(other.href + "/");
    }

    /** Message key of the name. */
    public String label() {
        return "web.nav." + name;
    }

    /** The letter, or an empty text. */
    public String letter() {
        return key == ' ' ? "" : String.valueOf(key);
    }
}

package org.aeoreach.web.list.view;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.ProblemAnswer;

/** What was typed about a saved view. */
public class ViewForm {

    static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 4000;

    @FormParam("list")
    @DefaultValue("")
    private String list = "";

    @FormParam("name")
    @DefaultValue("")
    private String name = "";

    @FormParam("query")
    @DefaultValue("")
    private String query = "";

    @FormParam("shared")
    @DefaultValue("")
    private String shared = "";

    @FormParam("standard")
    @DefaultValue("")
    private String standard = "";

    @FormParam("version")
    private long version;

    public String list() {
        return list;
    }

    public String name() {
        return name.strip();
    }

    public String query() {
        return query;
    }

    public boolean shared() {
        return shared.equals("true");
    }

    public boolean standard() {
        return standard.equals("true");
    }

    public long version() {
        return version;
    }

    /** @throws Problem 400 when there is no name, or one that is too long */
    void check() {
        if (name().isEmpty()) {
            throw Problem.invalid("name", "web.invalid.NotBlank");
        }
        boolean control = name().chars().anyMatch(Character::isISOControl);
        if (control || name().length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw Problem.invalid("name", "list.invalid.view-name", LONGEST_NAME);
        }
    }

    /**
     * The form as it comes back.
     *
     * @param action address it is posted to
     * @param title message key of the list it belongs to
     */
    public record Returned(
            ViewForm form, String action, String backHref, String title, List<ProblemAnswer.Field> errors) {}
}

package org.aeoreach.scope;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person in the one role he acts in now.
 *
 * @param orgPath path of the unit of that role, see {@code unit.org_path}; with all below it, the range he sees
 * @param substitution who he stands in for, or null when the role is his own
 * @param enterprise the enterprise an enterprise user acts for, else null
 * @param settings how he wants to be spoken to
 * @param token what the request was authorised by, or null when it was a session
 */
public record Viewer(
        long accountId,
        String login,
        String nameZh,
        @Nullable String nameEn,
        Role role,
        long assignmentId,
        long unitId,
        String orgPath,
        @Nullable Substitution substitution,
        @Nullable Enterprise enterprise,
        Settings settings,
        @Nullable Token token) {

    /** A personal access token with which a program acts for the viewer, and the name he gave it. */
    public record Token(long id, String name) {}

    /** What a person is to customs, whatever he acts as. */
    public enum Kind {
        OFFICER,
        ENTERPRISE
    }

    /** The person's own choices. */
    public record Settings(Language language, ZoneId timeZone) {

        /** Before anybody has chosen: Chinese, Shanghai. */
        public static final Settings STANDARD = new Settings(Language.ZH, Time.ZONE);

        /** From their names; a zone this Java does not know becomes Shanghai's. */
        public static Settings of(String language, String timeZone) {
            Language chosen = Language.of(language);
            return new Settings(chosen == null ? Language.ZH : chosen, zone(timeZone));
        }

        private static ZoneId zone(String name) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException unknown) {
                return Time.ZONE;
            }
        }
    }

    /**
     * The enterprise an enterprise user acts for, his own or one he represents.
     *
     * @param delegationId the delegation by which he represents it, or null when he is its user
     * @param rights what he may do for it today
     */
    public record Enterprise(
            long id,
            String nameZh,
            @Nullable String nameEn,
            @Nullable Long delegationId,
            Set<Right> rights) {

        public String name(Language language) {
            return language.pick(nameZh, nameEn);
        }

        /** Whether he acts by delegation and is no user of the enterprise. */
        public boolean represented() {
            return delegationId != null;
        }
    }

    /** The same person in the same role, acting for this enterprise. */
    public Viewer actingFor(Enterprise wanted) {
        return new Viewer(
                accountId,
                login,
                nameZh,
                nameEn,
                role,
                assignmentId,
                unitId,
                orgPath,
                substitution,
                wanted,
                settings,
                token);
    }

    public @Nullable Long enterpriseId() {
        return enterprise == null ? null : enterprise.id();
    }

    /** Whether he holds this right in the enterprise he acts for; an officer holds none. */
    public boolean may(Right right) {
        return enterprise != null && enterprise.rights().contains(right);
    }

    /** The absent person for whom the viewer acts. */
    public record Substitution(
            long id,
            long absentId,
            String absentZh,
            @Nullable String absentEn) {}

    public Kind kind() {
        return role.isOfficer() ? Kind.OFFICER : Kind.ENTERPRISE;
    }

    public String name(Language language) {
        return language.pick(nameZh, nameEn);
    }

    /** Lowest path seen; empty (no rows) for an enterprise user. */
    public String lo() {
        return role.isOfficer() ? orgPath : "";
    }

    /** First path no longer seen: the dot that closes a path counts up to the next character. */
    public String hi() {
        return role.isOfficer() ? OrgPath.end(orgPath) : "";
    }

    public String writeLo() {
        return role.mayWrite() ? lo() : "";
    }

    public String writeHi() {
        return role.mayWrite() ? hi() : "";
    }

    /** Whether his unit is the one above all others. */
    public boolean everywhere() {
        return OrgPath.root(orgPath);
    }

    /** Whether a record at this path lies in the viewer's unit or below. */
    public boolean covers(String path) {
        return role.isOfficer() && path.startsWith(orgPath);
    }
}

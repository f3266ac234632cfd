package org.aeoreach.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of viewer, played by a demo person.
 *
 * @param login null for an anonymous visitor
 * @param standsIn whether he acts in the role he stands in for, or for the enterprise he represents
 */
record Kind(String name, @Nullable String login, boolean standsIn) {

    static final List<Kind> ALL = List.of(
            new Kind("anonymous", null, false),
            new Kind("enterprise E1", "electronics.user", false),
            new Kind("enterprise E2", "textiles.user", false),
            new Kind("enterprise E1 without administering", "electronics.staff", false),
            new Kind("representative of E1", "broker.agent", true),
            new Kind("house officer H1", "shekou.officer", false),
            new Kind("house officer H2 (sister)", "dapeng.officer", false),
            new Kind("house officer of a foreign district", "pudong.officer", false),
            new Kind("district officer D1", "shenzhen.officer", false),
            new Kind("district officer D2", "shanghai.officer", false),
            new Kind("unit administrator of D1", "shenzhen.admin", false),
            new Kind("unit administrator of H1", "shekou.admin", false),
            new Kind("GACC officer", "gacc.officer", false),
            new Kind("auditor", "gacc.auditor", false),
            new Kind("system administrator", "system.admin", false),
            new Kind("coordinator", "shekou.coordinator", false),
            new Kind("substitute in H2", "shekou.officer", true));

    @Override
    public String toString() {
        return name;
    }
}

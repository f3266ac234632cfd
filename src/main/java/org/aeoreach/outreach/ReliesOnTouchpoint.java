package org.aeoreach.outreach;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.platform.Language;

/** What may rely on a touchpoint; all beans of this type are asked before one is withdrawn. */
public interface ReliesOnTouchpoint {

    /**
     * What relies on it now, each in a few words of that language; empty when nothing does. Counts what the viewer cannot
     * see too, without telling more of it than that it is there.
     */
    List<String> reliances(long touchpoint, Language language);

    /** Those of some contacts on which something relies; rooms that can tell of many at once do. */
    default Set<Long> relied(Collection<Long> touchpoints) {
        return touchpoints.stream()
                .filter(each -> !reliances(each, Language.ZH).isEmpty())
                .collect(Collectors.toSet());
    }
}

package org.aeoreach.enterprise.lookup;

import java.util.List;

/** What another room finds under the words of the search page; all beans of this type are asked. */
public interface FoundElsewhere {

    /** What it is called over REST, such as {@code enquiries}. */
    String kind();

    /** Message key of the heading. */
    String titleKey();

    /** At most so many within the viewer's range, the best first. */
    List<Line> find(String words, int limit);

    /** Address of the whole list of what is found under these words. */
    String list(String words);

    /**
     * One of them.
     *
     * @param href of its page
     * @param beside what tells it from others, such as a number
     */
    record Line(long id, String href, String title, String beside) {}
}

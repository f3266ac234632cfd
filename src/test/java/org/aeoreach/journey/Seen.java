package org.aeoreach.journey;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a page says of itself, asked for in one go. */
record Seen(String language, String title, int headings, String text, boolean fits) {

    /** @param foreign selector of what is not ours; its headings do not count */
    static Seen on(Page page, String foreign) {
        List<?> seen = (List<?>) page.evaluate("""
                foreign => [
                  document.documentElement.lang,
                  document.title,
                  document.querySelectorAll(`h1:not(${foreign} h1)`).length,
                  document.body.innerText,
                  document.documentElement.scrollWidth <= window.innerWidth
                ]""", foreign);
        return new Seen((String) seen.get(0), (String) seen.get(1), (int) seen.get(2), (String) seen.get(3), (boolean)
                seen.get(4));
    }
}

package org.aeoreach.web.markdown;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML that holds nothing but text, its structure and links to the web or to a mail address. Templates show it without
 * escaping, and nothing else.
 */
public final class SafeHtml implements Content {

    // Said with the address itself, not only by its protocol: without one it would lead into this site.
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://[^/]|mailto:[^/]).*", Pattern.DOTALL);

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code")
            .allowElements("ul", "ol", "li", "em", "strong", "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(ADDRESS)
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,6}"))
            .onElements("ol")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private static final Pattern PUBLISHED_ADDRESS =
            Pattern.compile("(?i)(https?://[^/]|mailto:[^/]|/portal/[a-z]).*", Pattern.DOTALL);

    private static final PolicyFactory PUBLISHED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code")
            .allowElements("ul", "ol", "li", "em", "strong", "a", "table", "thead", "tbody", "tr", "th", "td")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(PUBLISHED_ADDRESS)
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,6}"))
            .onElements("ol")
            .toFactory();

    private final String html;

    private SafeHtml(String html, PolicyFactory policy) {
        this.html = policy.sanitize(html);
    }

    /** Keeps of this HTML only what the policy allows; text stays, unless it stood in a script or the like. */
    public static SafeHtml of(String html) {
        return new SafeHtml(html, POLICY);
    }

    /** The same for what customs publishes: with tables and with links into the public part of this site. */
    static SafeHtml published(String html) {
        return new SafeHtml(html, PUBLISHED);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public boolean isEmptyContent() {
        return html.isBlank();
    }

    @Override
    public String toString() {
        return html;
    }
}

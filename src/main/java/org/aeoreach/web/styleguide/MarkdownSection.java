package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.markdown.Markdown;
import org.aeoreach.web.markdown.MarkdownField;

/** Formatted text. */
@ApplicationScoped
public class MarkdownSection implements StyleSection {

    @Override
    public String key() {
        return "markdown";
    }

    @Override
    public JteModel part(Page page) {
        String sample = page.t("component.style.markdown-sample");
        String label = "component.markdown.text";
        return new StaticTemplates()
                .webStyleguideMarkdown(
                        page,
                        List.of(
                                MarkdownField.of("markdownEmpty", label, ""),
                                MarkdownField.of("markdownFilled", label, sample)
                                        .previewed(),
                                MarkdownField.of("markdownError", label, sample)
                                        .error(page.t("component.invalid.text", Markdown.LONGEST)),
                                MarkdownField.of("markdownDisabled", label, sample)
                                        .disable()));
    }
}

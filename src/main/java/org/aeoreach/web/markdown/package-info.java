/**
 * Text with simple formatting, typed by people and shown to others.
 *
 * <p>It is kept as it was typed, in CommonMark without HTML, and made into HTML each time it is shown. {@link
 * org.aeoreach.web.markdown.SafeHtml} is the only maker of output that templates do not escape; a rule holds that.
 *
 * <p>Use: {@code Markdown.html(text, 3)} in a page whose sections have headings of level 2, and {@code ${html}} in its
 * template; {@code @template.web.markdown.field(page, field)} for the form. The button "preview" of the field asks
 * {@code /markdown/preview}; without JavaScript it sends the form itself with {@code preview=<field>}, and the page
 * answers with the same form and {@code MarkdownField.preview()}.
 */
@NullMarked
package org.aeoreach.web.markdown;

import org.jspecify.annotations.NullMarked;

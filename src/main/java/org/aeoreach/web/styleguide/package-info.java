/**
 * The living style page: each component in each of its states, with sample data, for those who build pages.
 *
 * <p>Each component brings a bean of {@link org.aeoreach.web.styleguide.StyleSection} and a template below {@code
 * web/styleguide}; the page shows all it finds. Nothing here reads or changes a record, and nothing else may depend on
 * it.
 */
@NullMarked
package org.aeoreach.web.styleguide;

import org.jspecify.annotations.NullMarked;

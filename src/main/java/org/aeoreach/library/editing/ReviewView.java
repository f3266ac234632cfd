package org.aeoreach.library.editing;

import java.util.List;

/**
 * What a second person is shown of a draft.
 *
 * @param preview as readers will see it
 * @param comparison with what is published
 * @param hints where it does not keep to the glossary
 * @param writes whether his role may decide at all
 * @param origins what it was made of, as far as he may know
 */
public record ReviewView(
        SideBySide preview,
        Comparison comparison,
        List<Glossary.Hint> hints,
        boolean writes,
        List<Provenance.Origin> origins) {}

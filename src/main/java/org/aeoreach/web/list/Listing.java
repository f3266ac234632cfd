package org.aeoreach.web.list;

/** A list of the product; each is a bean, so that saved views and exports find it by its key. */
public interface Listing {

    /** Always the same one. */
    ListSpec spec();

    /**
     * What the reader has to know of what he is shown, in his language; empty when there is nothing to say.
     *
     * @param searched what he typed into the search field, or empty
     */
    default String notice(String searched) {
        return "";
    }
}

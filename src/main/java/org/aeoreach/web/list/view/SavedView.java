package org.aeoreach.web.list.view;

/**
 * A saved view as the reader sees it.
 *
 * @param query parameters of filters, sort, columns and size
 * @param shared whether the people of the owner's unit and below see it, too
 * @param mine whether the reader owns it and may change it
 * @param standard whether the list begins with it, for this reader
 */
public record SavedView(
        long id,
        String list,
        String name,
        String query,
        boolean shared,
        boolean mine,
        boolean standard,
        long version) {}

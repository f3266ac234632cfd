package org.aeoreach.web.form;

/**
 * A question before something is done that cannot be undone. It is a page of its own; a link to it marked
 * {@code data-dialog} opens the same page as a dialog where scripts run.
 *
 * @param question what will happen, in the reader's language, with the consequences
 * @param form what to send along, such as the version; {@link Form#empty()} for nothing
 * @param action where to send it
 * @param submit message key of the button: the verb, never "OK"
 * @param cancel where to go instead
 */
public record Confirmation(String question, Form form, String action, String submit, String cancel) {}

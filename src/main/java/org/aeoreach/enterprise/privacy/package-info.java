/**
 * Personal data of people who are not ours: who looked at what, what is kept of a person, its export and its erasure,
 * and for how long it is kept.
 *
 * <p>Every look at an enterprise's record leaves one row an hour, which auditors read. All data about a contact person
 * is gathered from the rooms that keep some through {@link org.aeoreach.enterprise.privacy.PersonalDataSource}; each of
 * them also takes the person out of its rows when he is erased, so that counts stay and the person does not. How long
 * each kind is kept is data; a nightly job holds to it. It must not know those rooms.
 */
@NullMarked
package org.aeoreach.enterprise.privacy;

import org.jspecify.annotations.NullMarked;

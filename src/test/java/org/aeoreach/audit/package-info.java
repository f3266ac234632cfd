/** Tests of the audit: that tampering is found, that auditors can read it, that every action has a name. */
@NullMarked
package org.aeoreach.audit;

import org.jspecify.annotations.NullMarked;

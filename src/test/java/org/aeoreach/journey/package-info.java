/**
 * The product as people meet it: in a browser, in both languages, on a desk and on a telephone, by keyboard.
 *
 * <p>Every page of the table of routes is opened, photographed to {@code target/screenshots} and examined by axe, in
 * Chinese with all its rules, wide and light, narrow and dark; a new page is found there by itself. Without a Chromium these tests are skipped, and say how to install one.
 */
@NullMarked
package org.aeoreach.journey;

import org.jspecify.annotations.NullMarked;

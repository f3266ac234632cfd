/**
 * Figures as a picture.
 *
 * <p>A chart is a table first: it is the source of the picture, the fallback without JavaScript and what a screen reader
 * reads. {@code chart.js} draws it with ECharts as SVG, in colours that keep a contrast of 3:1 to the ground in light and
 * dark (WCAG 1.4.11), and is loaded only by pages that show one.
 *
 * <p>Use: a {@link org.aeoreach.web.chart.Chart} and {@code @template.web.chart.chart(page, chart)}.
 */
@NullMarked
package org.aeoreach.web.chart;

import org.jspecify.annotations.NullMarked;

/**
 * Choosing a unit or an enterprise in a form.
 *
 * <p>Both are ordinary fields of a form that work without JavaScript: a unit is an entry of a select grouped by
 * district, an enterprise is a name or code typed in, which the server looks up. {@code picker.js} makes a combobox of
 * them (WAI-ARIA APG) that searches at {@code /desk/pick}. What there is to choose comes from {@link
 * org.aeoreach.web.picker.UnitChoices} and {@link org.aeoreach.web.picker.EnterpriseChoices}, which higher rooms
 * implement; this package knows neither table.
 *
 * <p>Use: {@code units.field(PickerField.of("unitId", "…label"), Reach.MINE, chosen)} makes the model of
 * {@code @template.web.picker.unit(page, picker)}, and {@code units.parse("unitId", text, Reach.MINE)} reads the answer.
 * {@code enterprises.resolve(typed)} tells the enterprise meant, or why it is not clear, and {@code
 * @template.web.picker.enterprise(page, picker)} shows that.
 */
@NullMarked
package org.aeoreach.web.picker;

import org.jspecify.annotations.NullMarked;

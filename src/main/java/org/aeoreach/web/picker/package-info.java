/**
 * Choosing a unit or an enterprise in a form.
 *
 * <p>Both are ordinary fields of a form that work without JavaScript: a unit is an entry of a select grouped by
 * district, an enterprise is a name or code typed in, which the server looks up. {@code picker.js} makes a combobox of
 * them (WAI-ARIA APG) that searches at {@code /desk/pick}. What there is to choose comes from {@link
 * org.aeoreach.web.picker.UnitChoices} and {@link org.aeoreach.web.picker.EnterpriseChoices}, which higher rooms
 * implement; this package knows neither table.
 *
 * <p>Use in a form: {@code form.options("unitId", units.options(Reach.MINE))} and {@code @template.web.form.unit(page,
 * form, name = "unitId", mine = true)}; the command's {@code Long unitId} is read as ever, and {@code units.parse} holds
 * it against what is in reach. {@code enterprises.of(form, "enterpriseId")} with {@code
 * @template.web.picker.enterprise(page, picker)}; {@code enterprises.resolve(EnterprisePickers.typed(form,
 * "enterpriseId"))} tells which one was meant. Outside a form, as in a filter: {@code units.field(PickerField.of(name,
 * label), Reach.MINE, chosen)} and {@code @template.web.picker.unit(page, picker)}.
 */
@NullMarked
package org.aeoreach.web.picker;

import org.jspecify.annotations.NullMarked;

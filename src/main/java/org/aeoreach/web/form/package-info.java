/**
 * The one way to every form: shown, sent, checked, carried out, or shown again with all that was typed.
 *
 * <p>A command is a record with Bean Validation on its components; from it come required marks, length limits and the
 * reading of what was typed. A page shows {@link org.aeoreach.web.form.Form#of(Class)}, filled with
 * {@link org.aeoreach.web.form.Form#with}, through the templates {@code web/form/*.jte}; labels are the messages
 * {@code <feature>.field.<component>}, the success toast is one of {@code <feature>.done.<what>}.
 *
 * <pre>{@code
 * Form form(UnitView unit) {                                   // for GET, for "again" and for "current"
 *     return Form.of(Renaming.class).with("nameZh", unit.nameZh()).version(unit.version());
 * }
 * public Response rename(@PathParam("id") long id, Form form) { // POST, application/x-www-form-urlencoded
 *     return forms.submit(form, Renaming.class)
 *             .again(failed -> page(id, failed))                // status 400, 409 …: the same page, text kept
 *             .current(() -> form(directory.get(id)))           // on a stale version: mine, theirs, original
 *             .run(renaming -> {
 *                 units.rename(id, form.version(), renaming);
 *                 return forms.done("/desk/units/" + id, "organization.done.renamed");
 *             });
 * }
 * // @template.web.form.form(page = page, form = form, action = "/desk/units/1/name", content = @`
 * //     @template.web.form.text(page = page, form = form, name = "nameZh")
 * // `)
 * }</pre>
 *
 * It must not know any feature, and keeps nothing between two requests: what a form must remember travels in it.
 */
@NullMarked
package org.aeoreach.web.form;

import org.jspecify.annotations.NullMarked;

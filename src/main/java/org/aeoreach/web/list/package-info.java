/**
 * The one list of the product: a declaration in, a page with filters, sort, columns, keyset paging and saved views out,
 * and files of exactly what it shows.
 *
 * <p>How to use it. (1) Write a bean {@code class UnitList implements Listing} that builds one {@link
 * org.aeoreach.web.list.ListSpec} with {@code ListSpec.at("units", "/desk/units", "organization.units.title")
 * .from("unit u join …", "u.id").columns(Column.code("code", "…key", "u.code").sortable(), …).filters(…).order("code")
 * .link(id -> "/desk/units/" + id).empty(…).build()}. (2) In the pages: {@code @GET @Access(…) public Response
 * units(@Context UriInfo address) { return lists.page(units, address); }}, or {@code lists.show} with a template of your
 * own that calls {@code @template.web.list(page = page, list = list)}. (3) Beside it {@code @GET @Path("units/export")
 * @Produces({ExportFile.CSV, ExportFile.XLSX}) @Access(same, limit = Limit.EXPORT, audited = true)} with {@code
 * lists.export(units, address)}: who may read may export. (4) Cells are typed {@link org.aeoreach.web.list.cell.Cell}s, never
 * HTML; SQL is constant text, what a reader typed is bound. Scope is the database's. An index on {@code (column, id)}
 * keeps a large list fast. It must not know any feature.
 */
@NullMarked
package org.aeoreach.web.list;

import org.jspecify.annotations.NullMarked;

// Lists change in place: the table, its filters and the address follow one another, the focus stays, and who does not
// see the page hears what came of it. Without this file every link and form works as it is.
const list = () => document.getElementById("list");
const ofList = (event) => event.detail.target?.id === "list";

document.addEventListener("htmx:configRequest", (event) => {
  // An address holds what was asked for, not the fields left empty.
  if (!event.detail.elt.closest("#list")) return;
  const given = event.detail.formData;
  for (const [name, value] of [...given.entries()]) if (value === "") given.delete(name);
});

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!ofList(event)) return;
  const status = event.detail.xhr.status;
  if (status === 400 && event.detail.serverResponse.includes('id="list-errors"')) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  } else if (status >= 400) {
    // Signed out, not allowed, out of order: the page that says so.
    location.assign(event.detail.pathInfo.finalRequestPath);
  }
});

document.addEventListener("htmx:sendError", (event) => {
  if (ofList(event)) location.assign(event.detail.pathInfo.finalRequestPath);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!list() || event.detail.elt !== list()) return;
  prepare();
  const errors = document.getElementById("list-errors");
  const count = document.getElementById("list-count");
  document.getElementById("list-live").textContent = errors ? "" : count.textContent;
  // What had the focus may be gone, such as a filter that was taken away.
  if (errors) errors.focus();
  else if (document.activeElement === document.body) count.focus();
  // Choosing a language comes back to this place.
  const place = document.querySelector('form[action="/language"] input[name="next"]');
  if (place) place.value = location.pathname + location.search;
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".list-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" ? event.target.closest(".list-menu[open]") : null;
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-tick-all]")) return;
  for (const box of document.querySelectorAll(`input[form="${event.target.dataset.tickAll}"]`)) box.checked = event.target.checked;
});

function prepare() {
  for (const all of document.querySelectorAll("[data-tick-all]")) all.hidden = false;
}
prepare();

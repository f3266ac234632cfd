// Makes comboboxes of the pickers (WAI-ARIA APG: combobox with a listbox, or with a tree while nothing is typed), tells
// weekdays and fills in periods. Every field works without this file; here it only becomes quicker.
"use strict";

class Combobox {
  constructor(box) {
    this.box = box;
    // Codes typed in lines of their own become things with names, as the entries of a select do.
    this.codes = box.querySelector("textarea");
    this.select = box.querySelector("select") ?? this.codes;
    this.input = this.select ? this.inputInsteadOfSelect() : box.querySelector("input[type=text]");
    this.values = this.select ? null : box.querySelector("input[type=hidden]");
    this.status = this.addBelow("p", "visually-hidden");
    this.popup = this.addBelow("div", "pick-popup");
    this.popup.hidden = true;
    this.status.setAttribute("role", "status");
    const input = this.input;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-haspopup", this.select && !this.codes ? "tree" : "listbox");
    input.autocomplete = "off";
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", event => this.key(event));
    input.addEventListener("click", () => this.popup.hidden && this.open());
    input.addEventListener("blur", () => this.left());
    // The field keeps the focus while an entry is clicked.
    this.popup.addEventListener("mousedown", event => event.preventDefault());
    this.popup.addEventListener("click", event => this.clicked(event));
    // Whoever keeps a draft of the form puts it back this way.
    box.addEventListener("pick:fill", event => { this.chosen = event.detail; this.write(); });
  }

  addBelow(tag, css) {
    const element = document.createElement(tag);
    element.className = css;
    this.input.after(element);
    return element;
  }

  // The select goes; hidden fields of the same name take its values to the server.
  inputInsteadOfSelect() {
    const { select } = this;
    const input = document.createElement("input");
    input.type = "text";
    input.className = this.codes ? "form-control" : "form-select pick-input";
    input.id = select.id;
    input.disabled = select.disabled;
    input.placeholder = this.box.dataset.example;
    if (select.classList.contains("is-invalid")) input.classList.add("is-invalid");
    for (const name of ["aria-required", "aria-invalid", "aria-describedby"]) {
      if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    }
    this.multiple = this.codes ? true : select.multiple;
    this.chosen = this.codes ? this.named() : [...select.selectedOptions].filter(o => o.value)
      .map(o => ({ value: o.value, text: o.text.trim() }));
    this.name = select.name;
    if (this.codes) {
      select.removeAttribute("id");
      select.hidden = true;
      select.before(input);
    } else {
      select.replaceWith(input);
    }
    this.chips = document.createElement(this.multiple ? "ul" : "span");
    this.chips.className = this.multiple ? "pick-chips" : "";
    input.before(this.chips);
    this.input = input;
    this.write();
    return input;
  }

  // What the codes stand for, as the server tells it; one it does not know stays as it is.
  named() {
    const told = this.box.querySelector(".pick-named");
    const names = new Map([...told?.querySelectorAll("[data-value]") ?? []].map(one => [one.dataset.value, one.textContent.trim()]));
    told?.remove();
    return this.codes.value.split(/[\s,，、;；]+/).filter(Boolean).map(value => ({ value, text: names.get(value) ?? value }));
  }

  // What is chosen, into the form and before the reader's eyes.
  write() {
    const hidden = value => Object.assign(document.createElement("input"),
      { type: "hidden", name: this.name, value, disabled: this.input.disabled });
    if (!this.multiple) {
      this.chips.replaceChildren(hidden(this.chosen[0]?.value ?? ""));
      this.input.value = this.chosen[0]?.text ?? "";
      return;
    }
    this.chips.hidden = this.chosen.length === 0;
    if (this.codes) this.codes.value = this.chosen.map(one => one.value).join("\n");
    this.chips.replaceChildren(...this.chosen.map(one => {
      const item = document.createElement("li");
      const remove = Object.assign(document.createElement("button"), { type: "button", textContent: "×",
        disabled: this.input.disabled });
      remove.setAttribute("aria-label", `${this.box.dataset.remove} ${one.text}`);
      remove.addEventListener("click", () => { this.drop(one.value); this.input.focus(); });
      item.append(one.text, remove, ...(this.codes ? [] : [hidden(one.value)]));
      return item;
    }));
    this.input.value = "";
  }

  drop(value) {
    this.chosen = this.chosen.filter(one => one.value !== value);
    this.write();
    this.changed();
  }

  changed() { this.input.dispatchEvent(new Event("change", { bubbles: true })); }

  typed() {
    if (this.values) this.values.value = "";
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.open(this.input.value.trim()), 150);
  }

  // A field that shows its unit offers the tree, not that one unit.
  async open(text = "") {
    if (this.input.disabled || this.input.readOnly) return;
    if ((!this.select || this.codes) && !text) return this.close();
    const html = await this.load(encodeURIComponent(text));
    if (html === null || document.activeElement !== this.input) return;
    this.popup.innerHTML = html;
    const list = this.popup.querySelector("[role=listbox], [role=tree]");
    list.id = this.input.id + "-list";
    if (this.multiple) list.setAttribute("aria-multiselectable", "true");
    this.input.setAttribute("aria-controls", list.id);
    this.input.setAttribute("aria-haspopup", list.getAttribute("role"));
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = list.dataset.count ?? "";
    this.popup.hidden = false;
    this.prepare(list);
    this.activate(null);
    const roots = list.querySelectorAll(":scope > [aria-expanded]");
    if (roots.length === 1) await this.expand(roots[0], true);
    if (list.getAttribute("role") === "listbox" && text) this.activate(this.entries()[0] ?? null);
  }

  async load(rest) {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const answer = await fetch(this.box.dataset.pick + rest, { signal: this.asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      return await answer.text();
    } catch (error) {
      if (error.name !== "AbortError") {
        this.close();
        this.status.classList.remove("visually-hidden");
        this.status.textContent = this.box.dataset.failed;
      }
      return null;
    }
  }

  // Entries get ids and say what is chosen.
  prepare(list) {
    this.status.classList.add("visually-hidden");
    for (const entry of list.querySelectorAll("[data-value]")) {
      entry.id = `${this.input.id}-${entry.dataset.value}`;
      if (this.isChosen(entry)) entry.setAttribute("aria-selected", "true");
    }
  }

  isChosen(entry) {
    return this.select ? this.chosen.some(one => one.value === entry.dataset.value)
      : this.values.value === entry.dataset.value;
  }

  close() {
    clearTimeout(this.wait);
    this.asked?.abort();
    this.popup.hidden = true;
    this.popup.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.input.removeAttribute("aria-controls");
    this.active = null;
  }

  // Those that can be seen, in order.
  entries() {
    return [...this.popup.querySelectorAll("[data-value]")].filter(entry => !entry.closest("[role=group][hidden]"));
  }

  activate(entry) {
    this.active?.classList.remove("pick-active");
    this.active = entry;
    if (!entry) return this.input.removeAttribute("aria-activedescendant");
    entry.classList.add("pick-active");
    this.input.setAttribute("aria-activedescendant", entry.id);
    (entry.querySelector(".pick-row") ?? entry).scrollIntoView({ block: "nearest" });
  }

  async expand(entry, open) {
    let group = entry.querySelector("[role=group]");
    if (open && !group) {
      const html = await this.load(`&parent=${entry.dataset.value}`);
      if (html === null) return;
      entry.insertAdjacentHTML("beforeend", html);
      group = entry.querySelector("[role=group]");
      this.prepare(group);
    }
    if (group) group.hidden = !open;
    entry.setAttribute("aria-expanded", String(open));
  }

  choose(entry) {
    if (!entry?.dataset.value) return;
    const one = { value: entry.dataset.value, text: entry.dataset.text };
    if (!this.select) {
      this.values.value = one.value;
      this.input.value = one.text;
    } else if (!this.multiple) {
      this.chosen = [one];
      this.write();
    } else if (this.isChosen(entry)) {
      this.drop(one.value);
    } else {
      this.chosen.push(one);
      this.write();
    }
    this.changed();
    this.close();
  }

  clicked(event) {
    const entry = event.target.closest("[data-value]");
    const twisted = entry?.hasAttribute("aria-expanded") && event.offsetX < 28 && event.target.matches(".pick-row");
    if (twisted) this.expand(entry, entry.getAttribute("aria-expanded") !== "true");
    else this.choose(entry);
  }

  // What was typed but is no unit goes; an emptied field has none. An enterprise is looked up by the server.
  left() {
    this.close();
    if (!this.select || this.multiple) {
      if (this.codes) this.takeTyped();
      if (this.multiple) this.input.value = "";
      return;
    }
    if (this.input.value.trim() === "" && this.chosen.length > 0) {
      this.chosen = [];
      this.changed();
    }
    this.write();
  }

  // Codes that were typed or pasted are kept as they are; the server says which of them it does not know.
  takeTyped() {
    const typed = this.input.value.split(/[\s,，、;；]+/).filter(Boolean)
      .filter((value, at, all) => all.indexOf(value) === at && !this.chosen.some(one => one.value === value));
    if (typed.length === 0) return;
    this.chosen.push(...typed.map(value => ({ value, text: value })));
    this.write();
    this.changed();
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const open = !this.popup.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !open) this.open(this.select && !this.codes ? "" : this.input.value.trim());
    else if (step) this.step(step);
    else if (event.key === "Enter" && open && this.active) this.choose(this.active);
    // The list is still on its way: the form is not sent without what was typed.
    else if (event.key === "Enter" && this.codes && this.input.value.trim()) this.typed();
    else if (event.key === "Escape" && open) this.close();
    else if (event.key === "Escape" && this.input.value && this.select && !this.multiple) this.input.value = "";
    else if (event.key === "Backspace" && this.multiple && !this.input.value && this.chosen.length > 0) {
      this.drop(this.chosen.at(-1).value);
    } else if (!(open && this.active && this.twist(event.key))) return;
    event.preventDefault();
  }

  step(by) {
    const entries = this.entries();
    if (entries.length === 0) return;
    const at = entries.indexOf(this.active);
    this.activate(entries[at < 0 ? (by > 0 ? 0 : entries.length - 1) : (at + by + entries.length) % entries.length]);
  }

  // Right opens a branch or goes into it, left closes it or goes up. True when the key was meant for the tree.
  twist(key) {
    const entry = this.active;
    if (entry.getAttribute("role") !== "treeitem") return false;
    const state = entry.getAttribute("aria-expanded");
    if (key === "ArrowRight") {
      if (state === "false") this.expand(entry, true);
      else if (state === "true") this.step(1);
      return true;
    }
    if (key === "ArrowLeft") {
      if (state === "true") this.expand(entry, false);
      else this.activate(entry.parentElement.closest("[role=treeitem]") ?? entry);
      return true;
    }
    return false;
  }
}

const weekdays = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });

function weekdayOf(input) {
  const told = document.querySelector(`output[for="${input.id}"]`);
  if (told || !input.labels?.[0]) return told;
  const output = Object.assign(document.createElement("output"), { className: "quiet" });
  output.htmlFor.add(input.id);
  input.labels[0].append(" ", output);
  return output;
}

function tellWeekday(input) {
  const output = weekdayOf(input);
  if (output) output.textContent = input.valueAsDate ? weekdays.format(input.valueAsDate) : "";
}

function period(range) {
  const select = range.querySelector("select");
  const days = [...range.querySelectorAll("input[type=date]")];
  const check = () => {
    const [from, to] = days;
    to.min = from.value || "1900-01-01";
  };
  select.addEventListener("change", () => {
    const { from, to } = select.selectedOptions[0].dataset;
    if (!from) return;
    days[0].value = from;
    days[1].value = to;
    days.forEach(tellWeekday);
    check();
  });
  for (const day of days) day.addEventListener("input", () => { select.value = ""; check(); });
  check();
}

function once(element, make) {
  if (element.dataset.ready) return;
  element.dataset.ready = "true";
  make(element);
}

const asked = {};

function script(src) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed }));
  });
}

// ECharts is large: only a page with a chart loads it. When it does not come, the tables stay as they are.
async function drawCharts(root) {
  asked.charts ??= script("/assets/webjars/echarts/5.5.0/echarts.min.js").then(() => script("/assets/app/chart.js"));
  if (await asked.charts.then(() => true, () => false)) window.reachCharts(root);
}

async function showUploads(root) {
  asked.uploads ??= script("/assets/app/upload.js");
  if (await asked.uploads.then(() => true, () => false)) {
    root.querySelectorAll("input[type=file][data-most]").forEach(input => once(input, window.reachUpload));
  }
}

function upgrade(root) {
  if (root.querySelector("input[type=file][data-most]")) showUploads(root);
  if (root.querySelector(".chart-table")) drawCharts(root);
  root.querySelectorAll(".pick").forEach(box => once(box, each => new Combobox(each)));
  root.querySelectorAll("[data-range]").forEach(range => once(range, period));
  root.querySelectorAll("input[type=date]").forEach(input => once(input, each => {
    tellWeekday(each);
    each.addEventListener("input", () => tellWeekday(each));
  }));
}

// A part that brings itself up to date says only what is new.
function announce(part) {
  const said = document.querySelector("[data-said]");
  if (said && said.textContent !== part.dataset.announce) said.textContent = part.dataset.announce;
}

document.addEventListener("htmx:load", event => {
  upgrade(event.detail.elt);
  if (event.detail.elt.dataset.announce) announce(event.detail.elt);
});
upgrade(document);

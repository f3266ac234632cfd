// Writing a contact down: several enterprises one after the other, and a draft that outlives a lost connection. The page
// works without this file. The draft stays in this browser under the account's number, is dropped once it is saved, on
// signing out, and after fourteen days.
"use strict";

const KEPT_DAYS = 14;
const PREFIX = "draft:";

function draftsInForce() {
  const oldest = Date.now() - KEPT_DAYS * 86400000;
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(PREFIX))) {
    try {
      if (JSON.parse(localStorage.getItem(key)).at >= oldest) continue;
    } catch { /* What cannot be read is no draft. */ }
    localStorage.removeItem(key);
  }
}

class Many {
  constructor(box) {
    this.box = box;
    this.list = box.querySelector("[data-many-chosen]");
    this.input = box.querySelector("input[type=text]");
    this.hidden = box.querySelector("input[type=hidden]");
    this.input.addEventListener("change", () => this.hidden.value && this.add(this.hidden.value, this.input.value));
    this.list.addEventListener("change", () => this.persons());
    // Gone, not hidden: Enter and Ctrl+Enter press the first button of a form, which shall be the one that saves.
    box.querySelector("[data-many-add]")?.remove();
    this.asked = 0;
    this.wanted = new Set();
  }

  chosen() { return [...this.list.querySelectorAll("input")].map(input => input.value); }

  add(value, text) {
    this.put(value, text);
    this.hidden.value = "";
    this.input.value = "";
    this.persons();
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  put(value, text) {
    if (!this.chosen().includes(value)) {
      const item = document.createElement("li");
      const label = Object.assign(document.createElement("label"), { className: "form-check" });
      const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "enterprises", value,
        checked: true, className: "form-check-input" });
      const words = Object.assign(document.createElement("span"), { className: "form-check-label", textContent: text });
      label.append(box, words);
      item.append(label);
      this.list.append(item);
    }
  }

  // Those of the enterprises that are ticked; who was ticked stays so. Of several answers only the last one asked for
  // counts, in whatever order they come; one that leads to the sign-in page is none.
  async persons() {
    const asked = ++this.asked;
    const of = [...this.list.querySelectorAll("input:checked")].map(input => "enterprise=" + input.value).join("&");
    let text;
    try {
      const answer = await fetch(this.box.dataset.personsAt + "?" + of, { redirect: "error" });
      if (!answer.ok) return;
      text = await answer.text();
    } catch { return; }
    if (asked !== this.asked) return;
    const part = document.querySelector("[data-persons]");
    const ticked = new Set([...part.querySelectorAll("input:checked")].map(input => input.value).concat(...this.wanted));
    this.wanted.clear();
    part.outerHTML = text;
    document.querySelectorAll("[data-persons] input").forEach(input => { input.checked = ticked.has(input.value); });
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

class Draft {
  constructor(page, form) {
    this.page = page;
    this.form = form;
    this.key = PREFIX + page.dataset.draft;
    this.failed = page.querySelector("[data-draft-failed]");
    this.offer();
    form.addEventListener("input", () => { clearTimeout(this.wait); this.wait = setTimeout(() => this.keep(), 400); });
    form.addEventListener("change", () => this.keep());
    form.addEventListener("submit", event => this.send(event));
  }

  fields() {
    const names = {};
    for (const [name, value] of new FormData(this.form)) (names[name] ??= []).push(value);
    return names;
  }

  words() {
    return Object.fromEntries([...this.form.querySelectorAll("[data-many-chosen] li")]
      .map(item => [item.querySelector("input").value, item.textContent.trim()]));
  }

  // Fields in which several things are chosen, with the words of what is.
  picks() {
    return Object.fromEntries([...this.form.querySelectorAll(".pick-chips")].map(chips => [
      chips.closest(".pick").dataset.pick,
      [...chips.children].map(item => ({ value: item.querySelector("input").value, text: item.firstChild.textContent }))]));
  }

  keep() {
    clearTimeout(this.wait);
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), fields: this.fields(), words: this.words(),
        picks: this.picks() }));
    } catch { /* No room: the page still works. */ }
  }

  drop() { localStorage.removeItem(this.key); }

  offer() {
    const kept = localStorage.getItem(this.key);
    // A page that came back with faults holds what was typed already.
    if (!kept || document.querySelector(".field-error:not([hidden])")) return;
    const draft = JSON.parse(kept);
    const offer = this.page.querySelector("[data-draft-offer]");
    const at = offer.querySelector("[data-draft-at]");
    at.dateTime = new Date(draft.at).toISOString();
    at.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" })
      .format(draft.at);
    offer.querySelector("[data-draft-use]").addEventListener("click", () => { this.fill(draft); offer.hidden = true; });
    offer.querySelector("[data-draft-drop]").addEventListener("click", () => { this.drop(); offer.hidden = true; });
    offer.hidden = false;
  }

  fill(draft) {
    for (const id of draft.fields.enterprises ?? []) this.many.put(id, draft.words[id] ?? id);
    // Their boxes are not there yet.
    this.many.wanted = new Set(draft.fields.persons ?? []);
    this.many.persons();
    for (const input of this.form.elements) {
      const values = draft.fields[input.name] ?? [];
      if (!input.name || input.name === "enterprises" || input.type === "submit") continue;
      if (input.type === "checkbox" || input.type === "radio") input.checked = values.includes(input.value);
      else if (input.type !== "hidden") input.value = values[0] ?? "";
    }
    for (const [of, detail] of Object.entries(draft.picks ?? {})) {
      this.form.querySelector(`[data-pick="${of}"]`)?.dispatchEvent(new CustomEvent("pick:fill", { detail }));
    }
    this.form.querySelector("input:not([type=hidden])").focus();
  }

  // The browser's own error page would take the text away: the way to the server is tried first.
  async send(event) {
    if (this.sure) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.keep();
    this.failed.hidden = true;
    try {
      await fetch("/assets/app/outreach.css", { method: "HEAD", cache: "no-store" });
    } catch {
      this.failed.textContent = this.page.dataset.offline;
      this.failed.hidden = false;
      this.failed.scrollIntoView({ block: "center" });
      return;
    }
    this.sure = true;
    this.form.requestSubmit(event.submitter ?? undefined);
    this.sure = false;
  }
}

draftsInForce();
document.querySelectorAll("[data-draft-sent]").forEach(sent => localStorage.removeItem(PREFIX + sent.dataset.draftSent));
for (const page of document.querySelectorAll(".contact-form")) {
  const form = page.querySelector("form.reach-form");
  const many = new Many(page.querySelector("[data-many]"));
  if (page.dataset.draft) new Draft(page, form).many = many;
}

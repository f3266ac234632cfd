// Working on enquiries: drafts are kept while typing, passages are found and inserted without leaving the page, who else
// writes is shown, and keys. The page works without this file.
"use strict";

const PAUSE = 1500;

// What is ticked in a form, under that name.
function cited(form, name) {
  return [...form.querySelectorAll("input[name=citations]:checked")].map((box) => [name, box.value]);
}

function keepDraft(box) {
  const field = box.querySelector("textarea");
  const standing = () => new URLSearchParams(
    [["kind", box.dataset.kind], ["text", field.value], ...cited(field.form, "citations")]).toString();
  let timer;
  let kept = standing();
  // What could not be kept is said at once and tried again with the next change.
  const said = document.createElement("p");
  said.className = "field-error";
  said.setAttribute("role", "alert");
  box.append(said);
  const save = () => {
    const now = standing();
    if (now === kept) return;
    kept = now;
    fetch(box.dataset.draft, {
      method: "POST", keepalive: true, redirect: "error",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: now,
    }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      said.textContent = "";
    }).catch(() => {
      kept = null;
      said.textContent = box.dataset.unkept;
    });
  };
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, PAUSE); });
  field.addEventListener("blur", save);
  field.form.addEventListener("change", save);
  // What is sent is no draft any more.
  field.form.addEventListener("submit", () => { clearTimeout(timer); kept = standing(); });
}
document.querySelectorAll("[data-draft]").forEach(keepDraft);

// Passages go into the text that was written in last.
let written = null;
document.addEventListener("focusin", (event) => {
  if (event.target.matches("#answer textarea")) written = event.target;
});
function offerInserting(part) {
  for (const button of part.querySelectorAll("[data-insert]")) button.hidden = false;
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  if (!button) return;
  const passage = button.closest("[data-passage]");
  const field = written ?? document.querySelector("#answer textarea");
  const words = passage.querySelector("[data-words]").textContent.trim();
  const at = field.selectionEnd ?? field.value.length;
  const before = field.value.slice(0, at);
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  field.value = before + gap + words + "\n" + field.value.slice(at);
  passage.querySelector("input").checked = true;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
offerInserting(document);

const find = document.querySelector("form[data-passages]");
find?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const chosen = cited(document.querySelector("#answer"), "chosen");
  const asked = new URLSearchParams([["find", find.elements.find.value], ...chosen]);
  try {
    const answer = await fetch(find.dataset.passages + "?" + asked, { redirect: "error" });
    if (!answer.ok) throw new Error(answer.status);
    const part = document.querySelector("[data-found]");
    part.innerHTML = await answer.text();
    offerInserting(part);
  } catch { find.submit(); }
});

// A template goes behind what stands in the answer now, and what is ticked stays ticked.
const template = document.querySelector("form[data-template]");
template?.addEventListener("formdata", (event) => {
  const answer = document.querySelector("#answer textarea").form;
  event.formData.set("text", answer.elements.body.value);
  for (const [name, value] of cited(answer, "citations")) event.formData.append(name, value);
});

const writing = document.querySelector("[data-writing]");
if (writing) {
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(writing.dataset.writing, { redirect: "error" });
      if (answer.ok) {
        const text = await answer.text();
        if (writing.innerHTML.trim() !== text.trim()) writing.innerHTML = text;
      }
    } catch { /* Asked again in a while. */ }
  }, 15000);
}

for (const undo of document.querySelectorAll("[data-undo]")) {
  setTimeout(() => undo.remove(), Math.max(0, Number(undo.dataset.undo)));
}

// j and k go from row to row, Enter follows the link, x ticks the row, b goes to what is done with ticked ones; on the page of an enquiry each deed has a letter.
let going = 0;
document.addEventListener("keydown", (event) => {
  // A letter after g is the way to another place.
  const gone = Date.now() - going < 1500;
  going = event.key === "g" ? Date.now() : 0;
  if (gone || event.isComposing || event.key === "Enter") return;
  if (document.body.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "j" || event.key === "k") {
    const rows = [...document.querySelectorAll(".list-lead a, a[data-row]")];
    const next = rows[rows.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1)] ?? (event.key === "j" ? null : rows[0]);
    next?.focus();
  } else if (event.key === "x" && document.activeElement.closest(".list-lead")) {
    // The row that has the focus is ticked.
    document.activeElement.closest("tr").querySelector(".list-tick input")?.click();
  } else if (event.key === "b" && document.querySelector(".list-selection button")) {
    document.querySelector(".list-selection button").focus();
  } else if (event.key === "r" && document.querySelector("#answer textarea")) {
    event.preventDefault();
    const fold = document.querySelector("details#answer");
    if (fold) fold.open = true;
    document.querySelector("#answer textarea").focus();
  } else if (event.key === "n" && document.querySelector("#notes textarea")) {
    event.preventDefault();
    document.querySelector("#notes textarea").focus();
  } else if (/^[a-z]$/.test(event.key)) {
    const deed = document.querySelector(`[data-key="${event.key}"]`);
    if (!deed) return;
    event.preventDefault();
    deed.click();
    deed.focus();
  }
});

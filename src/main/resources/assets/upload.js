"use strict";

// Sends a form with a file so that one sees how far it is and can stop it. What comes back is the page that would have
// come without this: after a success the next one, else the same with the reasons beside the fields.
window.reachUpload = input => {
  const { form, dataset: texts } = input;
  const box = Object.assign(document.createElement("div"), { className: "upload" });
  const bar = Object.assign(document.createElement("progress"), { className: "bar", max: 100, hidden: true });
  const said = document.createElement("span");
  const stop = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: texts.cancel, hidden: true });
  bar.setAttribute("aria-label", texts.sending);
  said.setAttribute("role", "status");
  box.append(bar, said, stop);
  input.after(box);
  let request;

  const tell = (text, busy) => {
    if (said.textContent !== text) said.textContent = text;
    bar.hidden = stop.hidden = !busy;
    form.querySelectorAll("button[type=submit]").forEach(button => { button.disabled = busy; });
  };
  const tooLarge = () => [...input.files].some(file => file.size > Number(texts.most));
  stop.addEventListener("click", () => request.abort());
  input.addEventListener("change", () => tell(tooLarge() ? texts.tooLarge : "", false));
  form.addEventListener("submit", event => {
    // A button that leads elsewhere, such as one that needs no file, is not ours.
    if (input.files.length === 0 || event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (tooLarge()) {
      tell(texts.tooLarge, false);
      input.focus();
      return;
    }
    const body = new FormData(form);
    request = new XMLHttpRequest();
    request.upload.addEventListener("progress", progress => {
      bar.value = progress.loaded * 100 / progress.total;
      tell(`${texts.sending} ${Math.floor(bar.value / 10) * 10} %`, true);
    });
    request.addEventListener("load", () => {
      if (request.status < 400 && request.responseURL !== form.action) location.assign(request.responseURL);
      else show(request.responseText);
    });
    request.addEventListener("error", () => tell(texts.cut, false));
    request.addEventListener("timeout", () => tell(texts.cut, false));
    request.addEventListener("abort", () => tell(texts.cancelled, false));
    request.open("POST", form.action);
    tell(texts.sending, true);
    request.send(body);
  }, true);
};

// What came back at the same address: the form with its reasons, or what there is to say after it.
function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("main").replaceWith(fresh.querySelector("main"));
  const main = document.querySelector("main");
  document.title = fresh.title;
  // htmx tells everybody about the new part, as about one it fetched itself.
  window.htmx.process(main);
  main.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true, detail: { elt: main } }));
  main.querySelector(".error-summary, h1")?.scrollIntoView();
  main.querySelector(".error-summary")?.focus();
}

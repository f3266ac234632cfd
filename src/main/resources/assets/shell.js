// The frame of every page: menus, forms, dialogs, toasts, keys. Every page works without it.
(() => {
  const toasts = document.getElementById("toasts");
  const typing = (at) => at.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  // Toasts: said once by the server, or by a request that failed. They stay until closed.
  function addClose(line) {
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", toasts.dataset.close);
    close.addEventListener("click", () => line.remove());
    line.append(close);
  }
  function toast(text) {
    const line = document.createElement("div");
    line.className = "toast-line toast-bad";
    const words = document.createElement("p");
    words.textContent = text;
    line.append(words);
    addClose(line);
    toasts.append(line);
  }
  document.querySelectorAll("[data-toast]").forEach(addClose);

  // Menus are details elements; they close like menus do.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.activeElement.closest("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // Names at the door of a session are kept until a while after it, whichever page is open then.
  const kept = (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const held = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  function purge() {
    const now = Date.now() + (Number(held("checkin:skew")) || 0);
    for (const key of kept("checkin:list:")) {
      if ((held(key)?.until ?? 0) >= now) continue;
      localStorage.removeItem(key);
      window.caches?.delete("checkin-" + key.slice("checkin:list:".length));
    }
  }
  purge();
  setInterval(purge, 60000);

  // Who signs out leaves nothing behind, and nobody's name; only what is still to be sent from the door of a session stays.
  document.addEventListener("submit", (event) => {
    // A field named "action" hides the address of its form.
    if (!event.target.getAttribute("action")?.endsWith("/sign-out")) return;
    if (!navigator.onLine) {
      event.preventDefault();
      toast(toasts.dataset.outOffline);
      return;
    }
    const unsent = kept("checkin:queue:").reduce((sum, key) => sum + (held(key)?.length ?? 0), 0);
    if (unsent > 0 && !confirm(toasts.dataset.unsent.replace("#", unsent))) {
      event.preventDefault();
      return;
    }
    Object.keys(localStorage).filter((key) => !key.startsWith("checkin:queue:")).forEach((key) => localStorage.removeItem(key));
    sessionStorage.clear();
    window.caches?.keys().then((all) => all.filter((name) => name.startsWith("checkin-")).forEach((name) => caches.delete(name)));
  });

  // Forms: one sending at a time, a question before typed text is lost, Ctrl+Enter, characters left, passwords shown.
  const typed = new Set();
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-guard]");
    if (form) typed.add(form);
    if (event.target.matches("[data-longest]")) count(event.target);
  });
  window.addEventListener("beforeunload", (event) => {
    if (typed.size > 0) event.preventDefault();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("method") !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    typed.delete(form);
    const buttons = [...form.querySelectorAll("button:not([type=button])")];
    // Later, so that the button pressed is sent too; and back, should the answer be a file.
    setTimeout(() => buttons.forEach((button) => button.setAttribute("aria-disabled", "true")));
    setTimeout(() => release(form), 8000);
  });
  function release(form) {
    delete form.dataset.sent;
    form.querySelectorAll("button[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
  }
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
  document.addEventListener("keydown", (event) => {
    const form = event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest("form[data-form]");
    if (form) form.requestSubmit(form.querySelector(".form-actions button[type=submit]") ?? undefined);
  });
  function count(field) {
    const note = document.getElementById(field.id + "-count");
    const left = field.dataset.longest - field.value.trim().length;
    note.textContent = (left < 0 ? note.dataset.over : note.dataset.left).replace("#", Math.abs(left));
    note.classList.toggle("over", left < 0);
  }
  function prepare(part) {
    part.querySelectorAll("textarea[data-longest]").forEach(count);
    for (const button of part.querySelectorAll("button[data-show]")) {
      button.hidden = false;
      button.onclick = () => {
        const field = document.getElementById(button.getAttribute("aria-controls"));
        const shown = field.type === "text";
        field.type = shown ? "password" : "text";
        button.textContent = shown ? button.dataset.show : button.dataset.hide;
        button.setAttribute("aria-pressed", String(!shown));
      };
    }
  }
  prepare(document);
  document.querySelector("[data-errors]")?.focus();

  // Dialogs: the page a link leads to, or the part of it that counts, without leaving this one.
  async function openPart(address, selector) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.querySelector(selector);
    if (!answer.ok || !part) {
      location.assign(address);
      return;
    }
    const dialog = document.createElement("dialog");
    const head = document.createElement("div");
    head.className = "dialog-head";
    const title = document.createElement("h2");
    title.id = "dialog-title";
    title.textContent = page.querySelector("h1").textContent;
    dialog.setAttribute("aria-labelledby", title.id);
    head.append(title);
    dialog.append(head, part);
    for (const cancel of part.querySelectorAll("[data-cancel]")) {
      cancel.addEventListener("click", (event) => {
        event.preventDefault();
        dialog.close();
      });
    }
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    addCloseButton(dialog, head);
    prepare(dialog);
    dialog.showModal();
  }
  function addCloseButton(dialog, head) {
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn btn-sm";
    close.textContent = toasts.dataset.close;
    close.addEventListener("click", () => dialog.close());
    head.append(close);
  }
  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const link = plain && event.target.closest("a[data-dialog], a[data-keys-link]");
    if (!link) return;
    event.preventDefault();
    openPart(link.href, link.matches("[data-keys-link]") ? "[data-keys-part]" : "[data-confirm]")
      .catch(() => location.assign(link.href));
  });

  // Keys, unless switched off, while typing, or with a dialog open: / to search, ? for help, g and a letter to go.
  let going = 0;
  document.addEventListener("keydown", (event) => {
    const off = document.body.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey;
    if (off || event.isComposing || typing(event.target) || document.querySelector("dialog[open]")) return;
    const place = Date.now() - going < 1500 && document.querySelector(`a[data-go="${CSS.escape(event.key)}"]`);
    going = event.key === "g" ? Date.now() : 0;
    if (place) {
      event.preventDefault();
      location.assign(place.href);
    } else if (event.key === "/") {
      // A list's own field comes before the one at the top of every page.
      const search = document.querySelector("main input[type=search]") || document.querySelector(".bar-search input");
      if (search && search.offsetParent !== null) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (event.key === "?") {
      event.preventDefault();
      document.querySelector("a[data-keys-link]").click();
    }
  });

  // Parts of pages by htmx: what went wrong is said, and who is no longer signed in signs in again.
  document.addEventListener("htmx:afterSwap", (event) => {
    prepare(event.target);
    // "load": said once after saving, not while somebody is filling in the next field.
    event.target.querySelector('[data-errors="true"]')?.focus();
  });
  // What asks again every few seconds tells by itself when it gets no answer.
  const selfTold = (event) => Boolean(event.detail.elt?.closest("[data-room]"));
  document.addEventListener("htmx:responseError", (event) => {
    const answer = event.detail.xhr;
    if (answer.status === 401) {
      location.assign("/sign-in?next=" + encodeURIComponent(location.pathname + location.search));
      return;
    }
    const page = new DOMParser().parseFromString(answer.responseText, "text/html");
    if (selfTold(event)) return;
    toast([page.querySelector("h1")?.textContent, page.querySelector("main p")?.textContent].filter(Boolean).join(" ")
      || toasts.dataset.failed);
  });
  for (const broken of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(broken, (event) => selfTold(event) || toast(toasts.dataset.offline));
  }
})();

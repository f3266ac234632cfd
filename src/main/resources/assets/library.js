// What a document's page can do besides being read: print, and copy the link to a section.
(() => {
  const told = Object.assign(document.createElement("span"), { className: "doc-copied" });
  told.setAttribute("role", "status");
  document.querySelector("article")?.append(told);
  let ends;
  const tell = link => {
    clearTimeout(ends);
    link.after(told);
    // A status is read out when its text changes where it stands.
    requestAnimationFrame(() => { told.textContent = link.dataset.copied; });
    ends = setTimeout(() => { told.textContent = ""; }, 4000);
  };
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  // On paper nothing can be opened.
  const opened = [];
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll(".doc-related details:not([open])")) {
      part.open = true;
      opened.push(part);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const part of opened.splice(0)) part.open = false;
  });
  for (const link of document.querySelectorAll("a[data-link]")) {
    link.addEventListener("click", () => {
      if (navigator.clipboard) {
        navigator.clipboard.writeText(link.href).then(() => tell(link), () => {});
      }
    });
  }
})();

// The search page: arrows lead through the titles that are suggested, and what is opened is counted, without telling who.
(() => {
  const form = document.querySelector("main .finder");
  const list = document.getElementById("suggestions");
  const field = form && form.querySelector("input[type=search]");
  if (field && list) {
    const links = () => [...list.querySelectorAll("a")];
    form.addEventListener("keydown", (event) => {
      const all = links();
      const at = all.indexOf(document.activeElement);
      if (event.key === "Escape" && all.length > 0) {
        event.preventDefault();
        list.replaceChildren();
        field.focus();
      } else if (event.key === "ArrowDown" && all.length > 0 && at + 1 < all.length && (at >= 0 || event.target === field)) {
        event.preventDefault();
        all[at + 1].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (at === 0 ? field : all[at - 1]).focus();
      }
    });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) {
        list.replaceChildren();
      }
    });
  }
  const hits = document.querySelector(".finder-hits[data-q]");
  if (hits && navigator.sendBeacon) {
    const told = (event) => {
      const hit = event.target.closest("a") && event.target.closest("[data-place]");
      if (hit && (event.type === "click" || event.button === 1)) {
        navigator.sendBeacon("/portal/search/opened", new URLSearchParams({ q: hits.dataset.q, place: hit.dataset.place }));
      }
    };
    hits.addEventListener("click", told);
    hits.addEventListener("auxclick", told);
  }
})();

// Who chooses an audience writes for it next.
document.addEventListener("change", (event) => {
  if (!event.target.matches("input[name=audiences]")) return;
  const text = document.getElementById(event.target.value.toLowerCase() + "TextZh");
  text?.closest("details")?.toggleAttribute("open", event.target.checked);
});

// The sum of what is split over houses follows what is typed.
document.addEventListener("input", (event) => {
  const table = event.target.name?.startsWith("target-") && event.target.closest(".split-table");
  const sum = table && table.querySelector("[data-split-sum]");
  if (!sum) return;
  const all = [...table.querySelectorAll("input[name^=target-]")].map((field) => Number(field.value.trim()));
  const total = all.every((each) => Number.isInteger(each) && each >= 0) ? all.reduce((a, b) => a + b, 0) : NaN;
  const words = Number.isNaN(total) ? "–" : total.toLocaleString(document.documentElement.lang);
  sum.textContent = sum.dataset.splitSum.replace("#", words);
});

// Questions that hang on another answer are shown only while that answer stands. The page works without this file: each
// such question then says of whom it is asked.
"use strict";

(() => {
  for (const form of document.querySelectorAll("form")) {
    const hanging = [...form.querySelectorAll("[data-when]")];
    if (hanging.length === 0) continue;
    const box = name => form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    // A question hidden itself answers nothing, whatever stands in it.
    const asked = field => {
      const on = field.dataset.when && box(field.dataset.when);
      if (!on) return true;
      return asked(on) && on.querySelector("select")?.value === field.dataset.whenValue;
    };
    const show = () => {
      for (const field of hanging) field.hidden = !asked(field);
    };
    for (const note of form.querySelectorAll("[data-when-note]")) note.hidden = true;
    form.addEventListener("change", show);
    show();
  }
})();

// The wall of a room: a code that can no longer be the one of this minute is taken off it.
"use strict";

(() => {
  const OLDEST = 60000; // milliseconds
  let fresh = Date.now();
  document.addEventListener("htmx:afterSwap", () => { fresh = Date.now(); });
  setInterval(() => {
    const old = Date.now() - fresh > OLDEST;
    document.querySelector("[data-room-now]").hidden = old;
    document.querySelector("[data-room-off]").hidden = !old;
  }, 1000);
})();

// Brings the state of a running job up to date. The rest of the page, and with it the focus, stays until the job ends.
async function update() {
  const answer = await fetch(location.href);
  if (answer.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const running = fresh.querySelector("[data-running]") !== null;
    const part = running ? "state" : "main";
    const now = document.getElementById(part);
    now.replaceChildren(...fresh.getElementById(part).childNodes);
    if (!running) return;
  }
  setTimeout(update, 2000);
}
setTimeout(update, 2000);

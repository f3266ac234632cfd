// The door of a session. Whoever is expected is on this device, without addresses and without what opens a ticket; what
// happens at the door is put in a queue (checkin-queue.js), shown at once, and answered when the server has.
"use strict";

(() => {
  const CACHES = "checkin-";
  const MOST_SHOWN = 20;
  const SAME = 5000; // milliseconds for which a code that stays before the camera is one
  const CODE = /^[0-9A-F]{20}$/;
  const NUMBER = /^20[0-9]{2}-R[0-9]{7}$/;
  const MACHINE = /^[\x21-\x7e]{10,}$/;
  const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
  const LABEL = /^[A-Za-z0-9-]{1,63}$/;

  const box = document.querySelector("[data-checkin]");
  if (!box) return;
  const door = window.doorQueue(box);
  const { say, part, element, ask, queue, keepQueue } = door;
  const session = box.dataset.checkin;
  const until = Number(box.dataset.until);
  const list = door.LISTS + session;
  const api = "/api/v1/trainings/" + session;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
  const hour = at => clock.format(new Date(at));

  const usual = result => ["IN", "OUT", "CLOSED"].includes(result.outcome) || (result.outcome === "ALREADY" && result.again);
  const tell = (result, name) => door.tell(`${name}：${result.outcome === "ALREADY" ? say("someone", hour(result.since)) : say(result.outcome)}`);
  const nameIn = (result, item) => result.name ?? item.name ?? item.code;

  // Closed: what this device has not sent yet is shown, and that of other sessions sent.
  if (door.closed()) {
    door.flush((result, item) => usual(result) || tell(result, nameIn(result, item))).then(() => { box.dataset.ready = "true"; });
    return;
  }

  let people = new Map(); // by what they are found by: "r" and a registration, "a" and an attendance
  let last = null; // mark of what was done last: its answer is shown large
  let forgotten = false;

  const keyOf = person => person.registration ? "r" + person.registration : "a" + person.attendance;
  const leaving = () => part("leaving")?.checked ?? false;
  const expected = person => ["REGISTERED", "OFFERED"].includes(person.status);
  const keepPeople = () => {
    if (!forgotten && !door.keep(list, { until, account: door.account, people: [...people.values()] })) tellKept(false);
    count();
  };

  function count() {
    const all = [...people.values()];
    part("present").textContent = all.filter(each => each.since).length;
    part("expected").textContent = all.filter(expected).length;
  }

  async function refresh() {
    const { content } = await ask(api + "/hall");
    if (!content) return;
    people = new Map(content.people.map(person => [keyOf(person), person]));
    // What this device has still to tell is true all the same.
    for (const item of queue()) {
      const person = people.get("r" + item.registration);
      if (person && !item.leaving) person.since ??= item.at;
    }
    keepPeople();
  }

  const flush = () => door.flush(answered);

  let watching = false;
  async function watch() {
    if (document.hidden || forgotten || watching) return;
    watching = true;
    try {
      await flush();
      const { content } = await ask(api + "/hall/count");
      if (content && content.present !== [...people.values()].filter(each => each.since).length) await refresh();
      if (door.measured() && door.now() > until) forget();
    } finally {
      watching = false;
    }
  }

  // What the server says of something this device did, now or a while ago, here or at another door.
  function answered(result, item, of) {
    const known = of === session ? people.get(result.registration ? "r" + result.registration : "a" + result.attendance) : null;
    const person = known ?? { registration: result.registration, name: nameIn(result, item) };
    if (of === session && result.attendance) {
      Object.assign(person, { attendance: result.attendance, since: result.since });
      if (result.outcome === "OUT") person.left = item.at;
      people.set(keyOf(person), person);
    } else if (["WAITING", "CANCELLED"].includes(result.outcome)) {
      person.status = result.outcome;
      delete person.since;
    } else if (result.outcome !== "CLOSED" && !person.attendance) delete person.since;
    if (item.mark === last) verdict(result.outcome, person);
    else if (!usual(result)) tell(result, person.name);
    if (of === session) keepPeople();
  }

  const TONES = { IN: "good", OUT: "good", later: "good", "later-out": "good", UNDONE: "good", "UNDONE-OUT": "good", unlisted: "warn", ALREADY: "warn", WAITING: "warn" };

  function verdict(outcome, person, item) {
    const result = part("result");
    result.className = "checkin-result " + (TONES[outcome] ?? "bad");
    result.replaceChildren(element("p", "checkin-word", say(outcome, person?.since ? hour(person.since) : "")));
    if (person?.name) result.append(element("p", "", [person.name, person.employer].filter(Boolean).join(" · ")));
    const line = element("div", "checkin-line");
    if (["WAITING", "CANCELLED"].includes(outcome) && person?.registration) allowing(line, person);
    if (["IN", "later", "later-out"].includes(outcome) || (outcome === "ALREADY" && person.attendance)) {
      line.append(button(say("undo"), "btn", () => undo(person, item)));
    }
    if (line.childNodes.length > 0) result.append(line);
    result.hidden = false;
  }

  function button(text, css, does) {
    const made = element("button", css, text);
    made.type = "button";
    made.addEventListener("click", does);
    return made;
  }

  // Somebody without a seat is let in with a word why.
  function allowing(line, person) {
    const why = Object.assign(element("input", "form-control"), { maxLength: 200 });
    why.setAttribute("aria-label", say("why"));
    why.placeholder = say("why");
    line.append(why, button(say("allow"), "btn btn-primary", () => {
      if (why.value.trim() === "") why.focus();
      else enter({ registration: person.registration, reason: why.value.trim() }, person);
    }));
  }

  // What is on its way is waited for: afterwards it is known whether it is here or there.
  async function undo(person, item) {
    await door.settled();
    const waiting = queue();
    if (item && waiting.some(each => each.mark === item.mark)) {
      keepQueue(waiting.filter(each => each.mark !== item.mark));
      if (item.leaving) return verdict("UNDONE-OUT", person);
    } else {
      if (item?.leaving) return verdict("undo-failed", person);
      const { status } = person.attendance ? await ask("/api/v1/training-attendances/" + person.attendance + "/undoing", {}, true) : { status: 0 };
      if (status !== 200) return verdict(status === 404 ? "not-yours" : "undo-failed", person);
      if (!person.registration) people.delete(keyOf(person));
    }
    delete person.since;
    delete person.attendance;
    keepPeople();
    return verdict("UNDONE", person);
  }

  const mark = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit =>
    (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));

  // Puts it in the queue, says what is known of it here, and sends; nobody waits for that. False: there is no room for it
  // on this device, and it could not be sent either.
  async function enter(what, person) {
    const item = { mark: mark(), at: door.moment(), leaving: leaving(), enteredBy: Number(door.account), ...what };
    const shown = person ?? { name: item.name ?? item.code };
    last = item.mark;
    if (!keepQueue([...queue(), item])) return directly(item, shown);
    if (person && !item.leaving) person.since ??= item.at ?? new Date().toISOString();
    verdict(item.leaving ? "later-out" : person || item.name ? "later" : "unlisted", shown, item);
    keepPeople();
    clear();
    flush();
    return true;
  }

  async function directly(item, shown) {
    verdict("full", shown);
    const { content } = await ask(api + "/check-ins", { checkIns: [item] });
    if (!content) return false;
    answered(content.results[0], item, session);
    clear();
    return true;
  }

  // Somebody this device knows.
  function chosen(person, what) {
    if (person.since && !leaving()) return verdict("ALREADY", person);
    if (leaving() && person.attendance && !person.registration) return enter({ attendance: person.attendance }, person);
    if (!leaving() && !navigator.onLine && !expected(person)) {
      return verdict(["WAITING", "REQUESTED"].includes(person.status) ? "WAITING" : "CANCELLED", person);
    }
    return enter(what ?? { registration: person.registration }, expected(person) || leaving() ? person : undefined);
  }

  async function ticket(code) {
    if (NUMBER.test(code)) {
      const found = [...people.values()].find(each => each.number === code);
      return found ? chosen(found) : enter({ code });
    }
    let hash = null;
    if (window.crypto?.subtle) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code)));
      hash = [...digest.slice(0, 8)].map(byte => byte.toString(16).padStart(2, "0")).join("");
    }
    const found = hash && [...people.values()].find(each => each.code === hash);
    return found ? chosen(found, { registration: found.registration, code }) : enter({ code });
  }

  const find = part("find");
  const asCode = text => text.replace(/\s/g, "").toUpperCase();
  const isTicket = code => CODE.test(code) || NUMBER.test(code);
  const matching = text => [...people.values()].filter(person => [person.name, person.employer, person.number]
    .some(each => each?.toLowerCase().includes(text.toLowerCase())));

  function clear() {
    part("found").replaceChildren();
    find.reset();
  }

  function offer(text) {
    const shown = part("found");
    shown.replaceChildren();
    if (text === "" || CODE.test(asCode(text))) return;
    const found = matching(text);
    for (const person of found.slice(0, MOST_SHOWN)) {
      const line = element("li", "");
      const words = element("span", "", person.name);
      words.append(element("span", "quiet d-block", [person.employer, person.since && say("ALREADY", hour(person.since))].filter(Boolean).join(" · ")));
      const does = say(leaving() ? "leave" : "arrive");
      const press = button(does, "btn btn-primary", () => chosen(person));
      press.setAttribute("aria-label", `${does} ${person.name}`);
      line.append(words, press);
      shown.append(line);
    }
    if (found.length > MOST_SHOWN) shown.append(element("li", "quiet", say("more", found.length - MOST_SHOWN)));
    if (found.length === 0) shown.append(element("li", "quiet", say("none")));
  }

  find.elements.q.addEventListener("input", event => offer(event.target.value.trim()));
  part("leaving")?.addEventListener("change", () => offer(find.elements.q.value.trim()));
  find.addEventListener("submit", event => {
    event.preventDefault();
    const text = find.elements.q.value.trim();
    const found = text === "" || isTicket(asCode(text)) ? [] : matching(text);
    if (isTicket(asCode(text))) ticket(asCode(text));
    else if (found.length === 1) chosen(found[0]);
    else if (found.length === 0 && MACHINE.test(text)) verdict("UNKNOWN", { name: text });
    else return offer(text);
    // The next one may come from a scanner that types.
    clear();
    return find.elements.q.focus();
  });

  const wellFormed = mail => {
    const at = mail.indexOf("@");
    const local = mail.slice(0, at);
    return at > 0 && mail.length <= 254 && LOCAL_PART.test(local) && !local.startsWith(".") && !local.endsWith(".")
      && !local.includes("..") && mail.slice(at + 1).split(".")
      .every(label => LABEL.test(label) && !label.startsWith("-") && !label.endsWith("-"));
  };
  const walkin = part("walkin").querySelector("form");
  part("walkin").addEventListener("toggle", () => {
    const text = find.elements.q.value.trim();
    if (part("walkin").open && walkin.elements.name.value === "" && !isTicket(asCode(text))) walkin.elements.name.value = text;
  });
  walkin.addEventListener("submit", async event => {
    event.preventDefault();
    const { name, enterprise, enterpriseText, mail } = walkin.elements;
    name.value = name.value.trim();
    mail.value = mail.value.trim();
    mail.setCustomValidity(mail.value === "" || wellFormed(mail.value) ? "" : say("mail"));
    if (!walkin.reportValidity()) return;
    const id = Number(enterprise.value) || undefined;
    const employer = id ? undefined : enterpriseText.value.trim();
    if (!await enter({ name: name.value, enterprise: id, employer, mail: mail.value }, undefined)) return;
    walkin.reset();
    enterprise.value = "";
    part("walkin").open = false;
  });
  walkin.elements.mail.addEventListener("input", event => event.target.setCustomValidity(""));

  const camera = part("camera");
  const video = camera.querySelector("video");
  let seen = { text: "", at: 0 };
  function look(text) {
    // A ticket that stays before the camera is one.
    if (text === seen.text && Date.now() - seen.at < SAME) return;
    seen = { text, at: Date.now() };
    navigator.vibrate?.(80);
    if (isTicket(asCode(text))) ticket(asCode(text));
    else {
      last = null;
      verdict("UNKNOWN");
    }
  }
  part("scan").hidden = !window.doorScan.possible();
  part("scan-none").hidden = window.doorScan.possible();
  part("scan").addEventListener("click", async () => {
    part("scan").disabled = true;
    const works = await window.doorScan.start(video, look);
    part("scan").disabled = false;
    camera.hidden = !works;
    part("scan").hidden = works;
    part("scan-none").hidden = works;
    if (!works) part("scan-none").textContent = say("nocamera");
  });
  part("scan-stop").addEventListener("click", () => {
    window.doorScan.stop(video);
    camera.hidden = true;
    part("scan").hidden = false;
  });

  async function forget() {
    await flush();
    forgotten = true;
    localStorage.removeItem(list);
    await window.caches?.delete(CACHES + session);
    location.assign(box.dataset.home);
  }
  part("forget").addEventListener("click", forget);

  // Another window of this device may have sent meanwhile.
  window.addEventListener("storage", door.showQueue);
  window.addEventListener("online", watch);
  window.addEventListener("focus", watch);
  setInterval(watch, 10000);

  function tellKept(can) {
    part("kept").textContent = say(can ? "ready" : "not-ready");
    part("kept").classList.toggle("off", !can);
  }
  async function putBy() {
    try {
      await navigator.serviceWorker.register("/assets/app/checkin-worker.js", { scope: location.pathname });
      const files = [...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], img[src]")]
        .map(each => each.src ?? each.href);
      const cache = await caches.open(CACHES + session);
      await cache.addAll([location.pathname, ...new Set([...files, ...await window.doorScan.files()])]);
      box.dataset.putBy = "true";
      tellKept(localStorage.getItem(list) !== null);
    } catch {
      tellKept(false); // the page works as long as it stays open
    }
  }

  people = new Map((door.read(list)?.people ?? []).map(person => [keyOf(person), person]));
  count();
  flush().then(refresh).then(async () => {
    box.dataset.ready = "true";
    if (part("net").textContent === "") return putBy();
    return tellKept(await window.caches?.has(CACHES + session).catch(() => false) ?? false);
  });
})();

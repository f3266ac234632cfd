// The door of a session. Whoever is expected is on this device, without addresses and without what opens a ticket; what
// happens at the door is put in a queue that outlives reloading and signing out, and is sent as soon as that is possible.
// Each thing bears a mark, so that it counts once however often it is sent.
"use strict";

(() => {
  const LISTS = "checkin:list:";
  const QUEUES = "checkin:queue:";
  const CACHES = "checkin-";
  const BATCH = 100;
  const MOST_SHOWN = 20;
  const CODE = /^[0-9A-F]{20}$/;
  const NUMBER = /^20[0-9]{2}-R[0-9]{7}$/;

  const read = key => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  // Names are kept until a while after their session; what was not sent yet is kept until it is.
  for (const key of Object.keys(localStorage).filter(each => each.startsWith(LISTS))) {
    if ((read(key)?.until ?? 0) < Date.now()) {
      localStorage.removeItem(key);
      window.caches?.delete(CACHES + key.slice(LISTS.length));
    }
  }

  const box = document.querySelector("[data-checkin]");
  if (!box) return;
  const say = (key, value) => (box.getAttribute("data-say-" + key.toLowerCase()) ?? key).replace("#", value ?? "");
  const part = name => box.querySelector(`[data-${name}]`);
  const session = box.dataset.checkin;
  const api = "/api/v1/trainings/" + session;
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
  const hour = at => clock.format(new Date(at));
  const element = (tag, css, text) => Object.assign(document.createElement(tag), { className: css, textContent: text ?? "" });

  let people = new Map(); // by what they are found by: "r" and a registration, "a" and an attendance
  let last = null; // mark of what was done last: its answer is shown large
  let sending = null;
  let forgotten = false;

  const keyOf = person => person.registration ? "r" + person.registration : "a" + person.attendance;
  const queue = () => read(QUEUES + session) ?? [];
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      net(say("full"));
      return false;
    }
  };
  const keepQueue = items => {
    if (items.length === 0) localStorage.removeItem(QUEUES + session);
    else if (!keep(QUEUES + session, items)) return false;
    part("queue").textContent = say("tosend", items.length);
    part("queue").hidden = items.length === 0;
    return true;
  };
  const keepPeople = () => {
    if (!forgotten) keep(LISTS + session, { until: Number(box.dataset.until), people: [...people.values()] });
    count();
  };

  function net(text, signIn) {
    const line = part("net");
    line.classList.toggle("off", Boolean(text));
    if (line.dataset.said === text) return;
    line.dataset.said = text;
    line.textContent = text;
    if (signIn) {
      const link = element("a", "ms-2", say("sign-in"));
      link.href = "/sign-in?next=" + encodeURIComponent(location.pathname);
      line.append(link);
    }
  }

  function count() {
    const all = [...people.values()];
    part("present").textContent = all.filter(each => each.since).length;
    part("expected").textContent = all.filter(each => ["REGISTERED", "OFFERED"].includes(each.status)).length;
  }

  async function ask(path, body) {
    let answer;
    try {
      answer = await fetch(path, {
        method: body === undefined ? "GET" : "POST", redirect: "error",
        headers: body === undefined ? {} : { "Content-Type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch {
      net(say("offline"));
      return null;
    }
    if (answer.ok) {
      net("");
      return answer.json();
    }
    net(say(answer.status === 401 ? "signed-out" : "failed"), answer.status === 401);
    return null;
  }

  async function refresh() {
    const list = await ask(api + "/hall");
    if (!list) return;
    people = new Map(list.people.map(person => [keyOf(person), person]));
    // What this device has still to tell is true all the same.
    for (const item of queue()) {
      const person = people.get("r" + item.registration);
      if (person && !item.leaving) person.since ??= item.at;
    }
    keepPeople();
  }

  async function watch() {
    if (document.hidden || forgotten) return;
    await flush();
    const now = await ask(api + "/hall/count");
    if (now && now.present !== [...people.values()].filter(each => each.since).length) await refresh();
    if (Date.now() > Number(box.dataset.until)) forget();
  }

  function flush() {
    sending ??= send().finally(() => { sending = null; });
    return sending;
  }

  async function send() {
    for (let some = queue().slice(0, BATCH); some.length > 0; some = queue().slice(0, BATCH)) {
      const done = await ask(api + "/check-ins", { checkIns: some });
      if (!done) return;
      const marks = new Set(done.results.map(each => each.mark));
      keepQueue(queue().filter(item => !marks.has(item.mark)));
      done.results.forEach((result, i) => answered(result, some[i]));
      keepPeople();
    }
  }

  // What the server says of something this device did, now or a while ago.
  function answered(result, item) {
    const person = people.get(result.registration ? "r" + result.registration : "a" + result.attendance)
      ?? { registration: result.registration, name: result.name ?? item.name ?? item.code };
    if (result.attendance) {
      Object.assign(person, { attendance: result.attendance, since: result.since });
      if (result.outcome === "OUT") person.left = item.at;
      people.set(keyOf(person), person);
    } else if (["WAITING", "CANCELLED"].includes(result.outcome)) {
      person.status = result.outcome;
      delete person.since;
    }
    const usual = ["IN", "OUT"].includes(result.outcome) || (result.outcome === "ALREADY" && result.again);
    if (item.mark === last) verdict(result.outcome, person);
    else if (!usual) {
      const words = result.outcome === "ALREADY" ? say("someone", hour(result.since)) : say(result.outcome);
      part("told").append(element("li", "", `${person.name}：${words}`));
      part("told").hidden = false;
    }
  }

  const TONES = { IN: "good", OUT: "good", later: "good", unlisted: "warn", ALREADY: "warn", WAITING: "warn" };

  function verdict(outcome, person, item) {
    const result = part("result");
    result.className = "checkin-result " + (TONES[outcome] ?? "bad");
    result.replaceChildren(element("p", "checkin-word", say(outcome, person?.since ? hour(person.since) : "")));
    if (person?.name) result.append(element("p", "", [person.name, person.employer].filter(Boolean).join(" · ")));
    const line = element("div", "checkin-line");
    if (["WAITING", "CANCELLED"].includes(outcome) && person?.registration) allowing(line, person);
    if (["IN", "later"].includes(outcome) || (outcome === "ALREADY" && person.attendance)) line.append(button(say("undo"), "btn", () => undo(person, item)));
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

  async function undo(person, item) {
    const waiting = queue();
    if (item && waiting.some(each => each.mark === item.mark)) {
      keepQueue(waiting.filter(each => each.mark !== item.mark));
    } else {
      if (!person.attendance || !await ask("/api/v1/training-attendances/" + person.attendance + "/undoing", {})) return;
      if (!person.registration) people.delete(keyOf(person));
    }
    delete person.since;
    delete person.attendance;
    keepPeople();
    verdict("UNDONE", person);
  }

  const mark = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit =>
    (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));

  // Puts it in the queue, says what is known of it here, and sends.
  async function enter(what, person) {
    const item = { mark: mark(), at: new Date().toISOString(), leaving: part("leaving")?.checked ?? false, ...what };
    if (!keepQueue([...queue(), item])) return;
    last = item.mark;
    if (person && !item.leaving) person.since ??= item.at;
    keepPeople();
    part("found").replaceChildren();
    part("find").reset();
    await flush();
    if (last === item.mark && queue().some(each => each.mark === item.mark)) {
      verdict(person || item.name ? "later" : "unlisted", person ?? { name: item.name ?? item.code }, item);
    }
  }

  // Somebody this device knows.
  function chosen(person, what) {
    const leaving = part("leaving")?.checked ?? false;
    if (person.since && !leaving) return verdict("ALREADY", person);
    if (leaving && person.attendance && !person.registration) return enter({ attendance: person.attendance }, person);
    if (!leaving && !navigator.onLine && !["REGISTERED", "OFFERED"].includes(person.status)) {
      return verdict(["WAITING", "REQUESTED"].includes(person.status) ? "WAITING" : "CANCELLED", person);
    }
    const certain = ["REGISTERED", "OFFERED"].includes(person.status);
    return enter(what ?? { registration: person.registration }, certain || leaving ? person : undefined);
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

  const asCode = text => text.replace(/\s/g, "").toUpperCase();
  const matching = text => [...people.values()].filter(person => [person.name, person.employer, person.number]
    .some(each => each?.toLowerCase().includes(text.toLowerCase())));

  function offer(text) {
    const list = part("found");
    list.replaceChildren();
    if (text === "" || CODE.test(asCode(text))) return;
    const found = matching(text);
    for (const person of found.slice(0, MOST_SHOWN)) {
      const line = element("li", "");
      const words = element("span", "", person.name);
      words.append(element("span", "quiet d-block", [person.employer, person.since && say("ALREADY", hour(person.since))].filter(Boolean).join(" · ")));
      const leaving = part("leaving")?.checked ?? false;
      line.append(words, button(say(leaving ? "leave" : "arrive"), "btn btn-primary", () => chosen(person)));
      list.append(line);
    }
    if (found.length === 0) list.append(element("li", "quiet", say("none")));
  }

  part("find").elements.q.addEventListener("input", event => offer(event.target.value.trim()));
  part("find").addEventListener("submit", event => {
    event.preventDefault();
    const text = event.target.elements.q.value.trim();
    if (CODE.test(asCode(text)) || NUMBER.test(asCode(text))) return ticket(asCode(text));
    const found = text === "" ? [] : matching(text);
    return found.length === 1 ? chosen(found[0]) : offer(text);
  });

  const walkin = part("walkin").querySelector("form");
  walkin.addEventListener("submit", event => {
    event.preventDefault();
    const { name, enterprise, enterpriseText, mail } = walkin.elements;
    if (name.value.trim() === "") return name.focus();
    const id = Number(enterprise.value) || undefined;
    enter({ name: name.value.trim(), enterprise: id, employer: id ? undefined : enterpriseText.value.trim(), mail: mail.value.trim() });
    walkin.reset();
    enterprise.value = "";
    part("walkin").open = false;
  });

  // The camera, where the browser reads codes by itself.
  async function scan() {
    const camera = part("camera");
    const video = camera.querySelector("video");
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      await video.play();
    } catch {
      part("scan-none").textContent = say("nocamera");
      part("scan-none").hidden = false;
      return;
    }
    camera.hidden = false;
    part("scan").hidden = true;
    let seen = "";
    let at = 0;
    while (video.srcObject) {
      const [found] = await detector.detect(video).catch(() => []);
      const code = found ? asCode(found.rawValue) : "";
      // A ticket that stays before the camera is one.
      if (CODE.test(code) && (code !== seen || Date.now() - at > 5000)) {
        seen = code;
        at = Date.now();
        navigator.vibrate?.(80);
        await ticket(code);
      }
      await new Promise(resolve => { setTimeout(resolve, 200); });
    }
  }
  function stopScanning() {
    const video = part("camera").querySelector("video");
    video.srcObject?.getTracks().forEach(track => track.stop());
    video.srcObject = null;
    part("camera").hidden = true;
    part("scan").hidden = false;
  }
  const reads = "BarcodeDetector" in window && navigator.mediaDevices;
  part("scan").hidden = !reads;
  part("scan-none").hidden = Boolean(reads);
  part("scan").addEventListener("click", scan);
  part("scan-stop").addEventListener("click", stopScanning);

  async function forget() {
    await flush();
    forgotten = true;
    localStorage.removeItem(LISTS + session);
    await window.caches?.delete(CACHES + session);
    location.assign(box.dataset.home);
  }
  part("forget").addEventListener("click", forget);

  // Another window of this device may have sent meanwhile.
  window.addEventListener("storage", () => keepQueue(queue()));
  window.addEventListener("online", watch);
  window.addEventListener("focus", watch);
  setInterval(watch, 10000);

  async function putBy() {
    try {
      await navigator.serviceWorker.register("/assets/app/checkin-worker.js", { scope: location.pathname });
      const files = [...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], img[src]")]
        .map(each => each.src ?? each.href);
      const cache = await caches.open(CACHES + session);
      await cache.addAll([location.pathname, ...new Set(files)]);
      box.dataset.putBy = "true";
    } catch { /* Without it the page still works as long as it stays open. */ }
  }

  people = new Map((read(LISTS + session)?.people ?? []).map(person => [keyOf(person), person]));
  keepQueue(queue());
  count();
  flush().then(refresh).then(() => {
    box.dataset.ready = "true";
    if (part("net").textContent === "") return putBy();
    return null;
  });
})();

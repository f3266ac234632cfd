// What happened at the door and is still to be told: a queue for each session, which outlives reloading and signing out
// and is sent as soon as that is possible, whichever session's door is open. Each thing bears a mark, so that it counts
// once however often it is sent. Nothing is waited for longer than a few seconds.
"use strict";

window.doorQueue = box => {
  const LISTS = "checkin:list:";
  const QUEUES = "checkin:queue:";
  const TOLD = "checkin:told";
  const SKEW = "checkin:skew";
  const BATCH = 100;
  const LIMIT = 6000; // milliseconds
  const WRONG_CLOCK = 120000;
  const REFUSED = [400, 413, 422];

  const here = box.dataset.checkin;
  const account = box.dataset.account;
  const say = (key, value) => (box.getAttribute("data-say-" + key.toLowerCase()) ?? key).replace("#", value ?? "");
  const part = name => box.querySelector(`[data-${name}]`);
  const element = (tag, css, text) => Object.assign(document.createElement(tag), { className: css, textContent: text ?? "" });

  const read = key => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };
  const keys = prefix => Object.keys(localStorage).filter(each => each.startsWith(prefix));

  // The clock of the server, as far as this device has heard it. Answers tell seconds only.
  let skew = Number(read(SKEW)) || 0;
  let measured = false;
  const now = () => Date.now() + skew;
  const moment = () => {
    const at = new Date(now());
    return at.getFullYear() >= 2020 && at.getFullYear() < 2100 ? at.toISOString() : undefined;
  };
  function measure(answer, began) {
    const told = Date.parse(answer.headers.get("Date"));
    if (Number.isNaN(told)) return;
    const apart = told + 500 - (began + Date.now()) / 2;
    skew = Math.abs(apart) < 2000 ? 0 : Math.round(apart);
    measured = true;
    keep(SKEW, skew);
    tellClock();
  }
  function tellClock() {
    const wrong = Math.abs(skew) > WRONG_CLOCK;
    part("clock").textContent = wrong ? say("clock", Math.round(Math.abs(skew) / 60000)) : "";
    part("clock").hidden = !wrong;
  }

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
  const failure = status => say({ 0: "offline", 401: "signed-out", 403: "not-yours", 404: "not-yours" }[status] ?? "failed");

  // The answer: its status, 0 without any, and what it says if it is a good one. What is wrong is said, unless quietly.
  async function ask(path, body, quietly) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), LIMIT);
    const began = Date.now();
    let status = 0;
    try {
      const answer = await fetch(path, {
        method: body === undefined ? "GET" : "POST", redirect: "error", signal: limit.signal,
        headers: body === undefined ? {} : { "Content-Type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      measure(answer, began);
      status = answer.status;
      if (answer.ok) {
        const content = await answer.json();
        net("");
        return { status, content };
      }
    } catch {
      status = 0;
    } finally {
      clearTimeout(timer);
    }
    if (!quietly || status === 0 || status === 401) net(failure(status), status === 401);
    return { status };
  }

  const queue = session => read(QUEUES + session) ?? [];
  let closed = box.dataset.open !== "true";
  function keepQueue(session, items) {
    if (items.length === 0) localStorage.removeItem(QUEUES + session);
    else if (!keep(QUEUES + session, items)) return false;
    showQueue();
    return true;
  }
  function showQueue() {
    const own = queue(here);
    const others = own.filter(item => item.enteredBy && String(item.enteredBy) !== account).length;
    const elsewhere = keys(QUEUES).filter(key => key !== QUEUES + here).reduce((sum, key) => sum + (read(key) ?? []).length, 0);
    part("queue").textContent = [
      own.length > 0 && say(closed ? "reopen" : "tosend", own.length),
      others > 0 && say("others", others),
      elsewhere > 0 && say("elsewhere-left", elsewhere),
    ].filter(Boolean).join(" ");
    part("queue").hidden = part("queue").textContent === "";
  }

  // What needs attention stays until somebody says that he has seen it.
  function tell(text) {
    keep(TOLD, [...read(TOLD) ?? [], text]);
    showTold();
  }
  function showTold() {
    const all = read(TOLD) ?? [];
    part("told-lines").replaceChildren(...all.map(text => element("li", "", text)));
    part("told").hidden = all.length === 0;
  }
  part("told-seen").addEventListener("click", () => {
    localStorage.removeItem(TOLD);
    showTold();
  });

  // Sends the queue of a session. One thing that is refused does not hold up the others: what cannot be sent together is
  // sent in halves.
  async function send(session, answered) {
    const skipped = new Set();
    let size = BATCH;
    for (;;) {
      const some = queue(session).filter(item => !skipped.has(item.mark)).slice(0, size);
      if (some.length === 0) return;
      const { status, content } = await ask(`/api/v1/trainings/${session}/check-ins`, { checkIns: some }, session !== here);
      if (content) {
        const of = new Map(content.results.map(result => [result.mark, result]));
        some.filter(item => (of.get(item.mark)?.outcome ?? "CLOSED") === "CLOSED").forEach(item => skipped.add(item.mark));
        if (session === here && skipped.size > 0) closed = true;
        keepQueue(session, queue(session).filter(item => !of.has(item.mark) || skipped.has(item.mark)));
        some.forEach(item => of.has(item.mark) && answered(of.get(item.mark), item, session));
      } else if (some.length > 1 && (status === 500 || REFUSED.includes(status))) {
        size = Math.ceil(some.length / 2);
      } else if (REFUSED.includes(status)) {
        keepQueue(session, queue(session).filter(item => item.mark !== some[0].mark));
        answered({ outcome: "REFUSED", registration: some[0].registration }, some[0], session);
        size = BATCH;
      } else if (status === 500) {
        skipped.add(some[0].mark);
        size = BATCH;
      } else return;
    }
  }

  // Whatever is asked for while it sends is looked after in one more round.
  let sending = null;
  let again = false;
  function flush(answered) {
    again = true;
    sending ??= (async () => {
      while (again) {
        again = false;
        for (const key of keys(QUEUES)) {
          const session = key.slice(QUEUES.length);
          if (session !== here || !closed) await send(session, answered);
        }
      }
    })().finally(() => { sending = null; });
    return sending;
  }

  // The names another officer left go; what he has not sent is sent.
  for (const key of keys(LISTS)) {
    if (read(key)?.account !== account) localStorage.removeItem(key);
  }
  tellClock();
  showQueue();
  showTold();
  return {
    LISTS, account, read, keep, say, part, element, ask, net, flush, tell, now, moment, showQueue,
    queue: () => queue(here), keepQueue: items => keepQueue(here, items),
    settled: () => sending ?? Promise.resolve(), measured: () => measured, closed: () => closed,
  };
};

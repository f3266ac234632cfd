// Keeps the page of the door alive without network: what the page has put by is shown when the server cannot be reached,
// fails or takes too long, and never else. What is put by goes when its officer signs out or has this device forget it.
"use strict";

const LIMIT = 4000; // milliseconds

self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => {
  const { request } = event;
  const asset = new URL(request.url).pathname.startsWith("/assets/");
  if (request.method !== "GET" || (request.mode !== "navigate" && !asset)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  if (!kept) return fetch(request);
  const late = new Promise(resolve => { setTimeout(resolve, LIMIT, kept); });
  return Promise.race([fetch(request).then(fresh => fresh.status >= 500 ? kept : fresh, () => kept), late]);
}

// Keeps the page of the door alive without network: what the page has put by is shown when the server cannot be reached,
// and never else. What is put by goes when its officer signs out or has this device forget it.
"use strict";

self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => {
  const { request } = event;
  const asset = new URL(request.url).pathname.startsWith("/assets/");
  if (request.method !== "GET" || (request.mode !== "navigate" && !asset)) return;
  event.respondWith(fetch(request).catch(async () =>
    await caches.match(request, { ignoreSearch: true, ignoreVary: true }) ?? Response.error()));
});

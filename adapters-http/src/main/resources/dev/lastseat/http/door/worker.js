// Keeps the page, so that it opens without network. What it asks the API is asked afresh, always.
const CACHE = "door";
const FILES = [
  "/door",
  "/door/door.css",
  "/door/door.js",
  "/door/book.js",
  "/door/camera.js",
  "/door/code.js",
  "/door/live.js",
  "/door/queue.js",
  "/door/qr/index.js",
  "/door/qr/decode.js",
];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  if (FILES.includes(new URL(event.request.url).pathname)) {
    event.respondWith(afreshOrKept(event.request));
  }
});

async function afreshOrKept(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(request, response.clone());
    }
    return response;
  } catch {
    return cache.match(request, { ignoreVary: true });
  }
}

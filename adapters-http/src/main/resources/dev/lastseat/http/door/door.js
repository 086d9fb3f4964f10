// The page of those who let visitors in: it asks about each code, and notes what it cannot ask about.
import { Book } from "./book.js";
import { readCodes } from "./camera.js";
import { listen } from "./live.js";
import { Queue } from "./queue.js";

const WORDS = {
  ok: "Let in.",
  double_entry: "Let in here and at another gate.",
  invalid: "No ticket of this event has the code.",
  revoked: "The ticket has another code since.",
  unpaid: "The ticket is held and not bought.",
  cancelled: "The booking is not good any more.",
  invalid_time: "The list is not open now.",
  already_redeemed: "Somebody was let in by the ticket already.",
  not_inside: "Nobody is inside by the ticket.",
  undone: "The scan was taken back.",
};
const CODE = /^[ -~]{1,200}$/; // what the server reads as one; of a batch it reads all or nothing
const PATIENCE = 5_000;
const PAUSE = 5_000;
const ROOM = 60_000; // how long it is not asked again whether one can listen

const at = (id) => document.getElementById(id);
const settings = JSON.parse(localStorage.getItem("door") ?? "{}");
const queue = new Queue("scans");
const book = new Book();
let busy = false;
let noRoom = -ROOM;
let listening = false;
let skew = 0; // so much later it is at the server than here

class Refused extends Error {}

/** Throws Refused for what the server says no to, and other errors where it could not be asked. */
async function ask(method, path, body) {
  const response = await fetch("/api/v1" + path, {
    method,
    headers: {
      authorization: "Bearer " + settings.key,
      ...(body && { "content-type": "application/json" }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  skew = Date.parse(response.headers.get("date")) - Date.now();
  if (!response.ok) {
    throw await failed(response);
  }
  return (await response.json()).data;
}

async function failed(response) {
  const { message } = await response.json();
  return response.status < 500 && response.status !== 429 ? new Refused(message) : new Error(message);
}

function listsPath() {
  return `/events/${encodeURIComponent(settings.event)}/checkin-lists`;
}

async function open() {
  try {
    showLists(await ask("GET", listsPath()));
  } catch (failure) {
    if (failure instanceof Refused || !settings.lists) {
      at("trouble").textContent = failure.message;
      at("setup").hidden = false;
      return;
    }
    showLists(settings.lists);
  }
  at("setup").hidden = true;
  at("door").hidden = false;
  readCodes(at("camera"), check).catch((failure) => news("No camera: " + failure.message));
  setInterval(refresh, PAUSE);
  addEventListener("online", refresh);
  refresh();
}

function list() {
  return settings.lists.find((list) => list.id === settings.list);
}

function showLists(lists) {
  keep({ lists });
  const chosen = at("list").value || settings.list;
  at("list").replaceChildren(...lists.map((list) => new Option(list.name, list.id)));
  if (lists.some((list) => list.id === chosen)) {
    at("list").value = chosen;
  }
  keep({ list: at("list").value });
  at("inside").textContent = list() ? `${list().inside} inside` : "No list yet";
  showWaiting();
}

function showWaiting() {
  at("waiting").textContent = queue.size() ? `${queue.size()} to be uploaded` : "";
}

/** How many are inside, as soon as that changes; where nobody can listen they are asked for. */
async function follow() {
  listening = true;
  try {
    const instead = await listen(listsPath(), settings.key, (lists) => Array.isArray(lists) && showLists(lists));
    if (instead) {
      noRoom = Date.now();
      throw await failed(instead);
    }
  } catch (failure) {
    tellRefused(failure); // no network, or no room: a refresh listens again
  }
  listening = false;
}

async function refresh() {
  try {
    if (!listening) {
      showLists(await ask("GET", listsPath()));
      if (Date.now() - noRoom > ROOM) {
        follow();
      }
    }
    await upload();
    await book.follow(settings.list, ask);
    await navigator.serviceWorker.ready;
    at("offline").textContent = `goes on without network, as of ${time((await book.about()).at)}`;
  } catch (failure) {
    tellRefused(failure); // no network: later, and whoever scans meanwhile is told
  }
}

/** In the place of what is not known any more, such as where the key was revoked. */
function tellRefused(failure) {
  if (failure instanceof Refused) {
    at("inside").textContent = "Not told how many are inside: " + failure.message;
  }
}

/** One code at a time: what was shown stays until somebody has seen it. */
async function check(shown) {
  if (busy || !settings.list) {
    return;
  }
  busy = true;
  const code = shown.trim();
  if (!CODE.test(code)) {
    show("refused", WORDS.invalid);
    return;
  }
  const direction = at("exit").checked ? "exit" : "entry";
  const scan = { code, direction, nonce: nonce() };
  const when = new Date().toISOString();
  try {
    const verdict = await ask("POST", "/checkins", { list: settings.list, ...scan });
    show(verdict.result === "ok" ? "ok" : "refused", told(verdict, direction));
    if (verdict.result === "ok") {
      await book.pass(code, direction === "exit");
    }
  } catch (failure) {
    if (failure instanceof Refused) {
      show("refused", failure.message);
    } else {
      await judge({ list: settings.list, ...scan, at: when });
    }
  }
}

/** By what is known here, for nobody else can be asked. */
async function judge(scan) {
  const exit = scan.direction === "exit";
  const result = await book
    .judge(scan.code, exit, list(), settings.event, Date.now() + skew)
    .catch(() => undefined);
  if (result && result !== "ok") {
    show("refused", `No network: ${WORDS[result]} As of ${time((await book.about()).at)}.`);
    return;
  }
  try {
    queue.add(scan);
    if (result) {
      await book.pass(scan.code, exit);
      show("ok", `No network: ${exit ? "let out" : "let in"}, and noted.`);
    } else {
      show("unchecked", "No network: the ticket is noted, and is uploaded later.");
    }
  } catch {
    show("refused", "No network, and no room to note the ticket.");
  }
  showWaiting();
}

function told(verdict, direction) {
  if (verdict.result === "ok") {
    return (direction === "exit" ? "Let out" : "Let in") + `, place ${verdict.place}.`;
  }
  const first = verdict.at
    ? ` ${time(verdict.at)}, ${verdict.device ?? verdict.by}.`
    : "";
  return WORDS[verdict.result] + first;
}

function time(text) {
  return new Date(text).toLocaleTimeString();
}

function next() {
  at("verdict").hidden = true;
  busy = false;
}

function show(result, why) {
  at("verdict").className = result;
  at("result").textContent = { ok: "OK", refused: "STOP", unchecked: "NOT CHECKED" }[result];
  at("why").textContent = why;
  at("verdict").hidden = false;
}

async function upload() {
  try {
    await queue.upload(async (list, scans) => {
      const sentAt = new Date().toISOString();
      const verdicts = await ask("POST", "/checkins/batch", { list, sentAt, scans });
      verdicts.forEach((verdict) => news("Uploaded: " + told(verdict, "entry")));
    });
  } catch (failure) {
    if (failure instanceof Refused) {
      news("Not uploaded: " + failure.message);
    }
  }
  showWaiting();
}

function news(text) {
  const item = document.createElement("li");
  item.textContent = text;
  at("news").prepend(item);
}

function nonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function keep(more) {
  Object.assign(settings, more);
  localStorage.setItem("door", JSON.stringify(settings));
}

at("setup").addEventListener("submit", (event) => {
  event.preventDefault();
  keep({ event: at("event").value.trim(), key: at("key").value.trim() });
  open();
});
at("typing").addEventListener("submit", (event) => {
  event.preventDefault();
  next();
  check(at("code").value);
  at("code").value = "";
});
at("next").addEventListener("click", next);
at("list").addEventListener("change", () => {
  keep({ list: at("list").value });
  refresh();
});
at("close").addEventListener("click", async () => {
  if (queue.size() === 0) {
    await book.forget();
    localStorage.removeItem("door");
    location.reload();
  } else {
    news("What is noted must be uploaded first.");
  }
});

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/door-worker.js", { scope: "/door" });
}
if (settings.key) {
  open();
} else {
  at("setup").hidden = false;
}

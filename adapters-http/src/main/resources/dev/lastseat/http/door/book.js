import { isSigned, read } from "./code.js";

/** What is known of the tickets of one list, by their fingerprints alone, for times without network. */
export class Book {
  static #NAME = "door";
  #opened;
  #reading = false;

  #open() {
    this.#opened ??= new Promise((done, fail) => {
      const opening = indexedDB.open(Book.#NAME, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("tickets", { keyPath: "id" });
        opening.result.createObjectStore("about");
      };
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    return this.#opened;
  }

  /** What a step answers, once all that it wrote is kept. */
  async #step(mode, step) {
    const opened = await this.#open();
    return new Promise((done, fail) => {
      const transaction = opened.transaction(["tickets", "about"], mode);
      const request = step(transaction.objectStore("tickets"), transaction.objectStore("about"));
      transaction.oncomplete = () => done(request?.result);
      transaction.onabort = () => fail(transaction.error);
    });
  }

  /** Which list it is of, and as of when; undefined until all of it is there. */
  async about() {
    const about = await this.#step("readonly", (_, store) => store.get("list"));
    return about?.whole ? about : undefined;
  }

  /** Reads on, part by part; anew where it was of another list. */
  async follow(list, ask) {
    if (this.#reading) {
      return;
    }
    this.#reading = true;
    try {
      let about = await this.#step("readonly", (_, store) => store.get("list"));
      for (let more = true; more; ) {
        const known = about?.list === list ? about : undefined;
        const since = known ? "?since=" + known.next : "";
        const part = await ask("GET", `/checkin-lists/${list}/bundle${since}`);
        const whole = known?.whole || !part.next.includes("-");
        const keys = known?.keys ?? (await publicKeys());
        about = { list, keys, whole, next: part.next, at: new Date().toISOString() };
        await this.#step("readwrite", (tickets, store) => {
          if (!known) {
            tickets.clear();
          }
          part.tickets.forEach((ticket) => tickets.put(ticket));
          return store.put(about, "list");
        });
        more = part.more;
      }
    } finally {
      this.#reading = false;
    }
  }

  /** The word for what becomes of a visitor; undefined where the book is of another list. */
  async judge(shown, exit, list, event, now) {
    const about = await this.about();
    if (about?.list !== list.id) {
      return undefined;
    }
    const code = await read(shown);
    const ticket = await this.#step("readonly", (tickets) => tickets.get(code.id));
    if (code.signed ? !(await isSigned(code, event, about.keys)) : !ticket) {
      return "invalid";
    }
    if (ticket?.state === "void") {
      return "cancelled";
    }
    if (code.signed && ticket && (ticket.revision ?? 0) !== code.revision) {
      return "revoked";
    }
    if (!code.signed && ticket.code !== code.half) {
      return "invalid";
    }
    if (now < Date.parse(list.validFrom ?? now) || now >= Date.parse(list.validUntil ?? Infinity)) {
      return "invalid_time";
    }
    if (exit) {
      return ticket?.state === "inside" ? "ok" : "not_inside";
    }
    const again = ticket?.state === "outside" && list.reentry;
    return !ticket?.state || again ? "ok" : "already_redeemed";
  }

  /** Somebody passed. */
  async pass(shown, exit) {
    const code = await read(shown);
    const ticket = await this.#step("readonly", (tickets) => tickets.get(code.id));
    const known = ticket ?? { id: code.id, revision: code.revision };
    const passed = { ...known, state: exit ? "outside" : "inside" };
    await this.#step("readwrite", (tickets) => tickets.put(passed));
  }

  async forget() {
    (await this.#open()).close();
    indexedDB.deleteDatabase(Book.#NAME);
  }
}

async function publicKeys() {
  return (await (await fetch("/.well-known/lastseat-tickets.json")).json()).keys;
}

/** What waits to be uploaded, kept where the end of the page does not reach it. */
export class Queue {
  static #PORTION = 50;
  #name;
  #uploading = false;

  constructor(name) {
    this.#name = name;
  }

  #all() {
    return JSON.parse(localStorage.getItem(this.#name) ?? "[]");
  }

  size() {
    return this.#all().length;
  }

  add(scan) {
    localStorage.setItem(this.#name, JSON.stringify([...this.#all(), scan]));
  }

  /** What was sent is forgotten once it has an answer; until then it is sent again as it is. */
  async upload(send) {
    if (this.#uploading) {
      return;
    }
    this.#uploading = true;
    try {
      for (let all = this.#all(); all.length; all = this.#all()) {
        const { list } = all[0];
        const portion = all.filter((scan) => scan.list === list).slice(0, Queue.#PORTION);
        await send(list, portion.map(({ list: _, ...scan }) => scan));
        const sent = new Set(portion.map((scan) => scan.nonce));
        const left = this.#all().filter((scan) => !sent.has(scan.nonce));
        localStorage.setItem(this.#name, JSON.stringify(left));
      }
    } finally {
      this.#uploading = false;
    }
  }
}

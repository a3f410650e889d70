// SPDX-License-Identifier: MIT
// Engine.IO in the test's own hands: frames and payloads, without a client's opinion of them.
import { Agent, request } from "node:http";

import { load, next } from "./support.mjs";

const { WebSocket } = load("ws");

/** Things that arrive, in order, for who takes them one by one. */
class Inbox {
  #arrived = [];
  #waiting = [];

  put(item) {
    this.#waiting.length ? this.#waiting.shift()(item) : this.#arrived.push(item);
  }

  /** The next one; rejects after `patience` milliseconds. */
  take(patience = 20_000) {
    if (this.#arrived.length) {
      return Promise.resolve(this.#arrived.shift());
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing came in ${patience} ms`)), patience);
      this.#waiting.push((item) => {
        clearTimeout(timer);
        resolve(item);
      });
    });
  }
}

/** One WebSocket on an Engine.IO path. Text is a string, binary a Buffer. */
export class RawSocket {
  #inbox = new Inbox();
  #ended;

  /** `answersPings`: otherwise pings are received like anything else. */
  constructor(base, path, { sid, query = "EIO=4&transport=websocket", answersPings = true } = {}) {
    const url = `${base.replace("http", "ws")}${path}?${query}${sid ? `&sid=${sid}` : ""}`;
    this.socket = new WebSocket(url);
    this.opened = new Promise((resolve, reject) => {
      this.socket.once("open", resolve);
      this.socket.once("error", reject);
    });
    this.opened.catch(() => {}); // who is not interested does not wait for it
    this.socket.on("error", () => {}); // a close follows
    this.#ended = next(this.socket, "close");
    this.#ended.catch(() => {});
    this.socket.on("message", (data, isBinary) => {
      const frame = isBinary ? data : data.toString();
      frame === "2" && answersPings ? this.socket.send("3") : this.#inbox.put(frame);
    });
  }

  send(...frames) {
    frames.forEach((frame) => this.socket.send(frame));
  }

  receive(patience) {
    return this.#inbox.take(patience);
  }

  /** The close code, once the server has closed it. */
  async closed() {
    return (await this.#ended)[0];
  }

  close() {
    this.socket.terminate();
  }
}

/** A socket after the handshake, whose data is its `handshake`. */
export async function openSocket(base, path, options) {
  const raw = new RawSocket(base, path, options);
  const open = await raw.receive();
  raw.handshake = JSON.parse(open.slice(1));
  return raw;
}

/**
 * A long-polling session. Polls and posts have a connection each, which stays: so a poll is at the server before a post
 * that was sent after the answer to another post.
 */
export class RawPolling {
  #polls = new Agent({ keepAlive: true });
  #posts = new Agent({ keepAlive: true });

  constructor(base, path) {
    this.url = `${base}${path}?EIO=4&transport=polling`;
  }

  async open() {
    const { text } = await this.get();
    this.handshake = JSON.parse(text.slice(1));
    this.sid = this.handshake.sid;
    this.url += `&sid=${this.sid}`;
    await this.post("6"); // does nothing, but opens the other connection
    return this;
  }

  /** One request: `{status, headers, text}`. `signal` hangs up. */
  #exchange(options, body) {
    return new Promise((resolve, reject) => {
      const sent = request(this.url, options, (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  get(options) {
    return this.#exchange({ agent: this.#polls, ...options });
  }

  post(body, headers = { "content-type": "text/plain;charset=UTF-8" }) {
    return this.#exchange({ agent: this.#posts, method: "POST", headers }, body);
  }

  /** The frames of the next payload. */
  async poll() {
    const { status, text } = await this.get();
    if (status !== 200) {
      throw new Error(`the poll was answered with ${status}`);
    }
    return text.split("\x1e");
  }

  /** The next `count` frames that are no pings, which are answered. */
  async receive(count) {
    const frames = [];
    while (frames.length < count) {
      for (const frame of await this.poll()) {
        frame === "2" ? await this.post("3") : frames.push(frame);
      }
    }
    return frames;
  }

  /** Whether the server still knows the session; a poll may be under way. */
  async isAlive() {
    return (await this.post("6")).status === 200;
  }

  /** Until the server says that the session is over, or does not know it any more. */
  async ended() {
    for (;;) {
      const { status, text } = await this.get();
      const frames = text.split("\x1e");
      if (status !== 200 || frames.includes("1")) {
        return;
      }
      if (frames.includes("2")) {
        await this.post("3");
      }
    }
  }
}

export const openPolling = (base, path) => new RawPolling(base, path).open();

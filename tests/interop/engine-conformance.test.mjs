// SPDX-License-Identifier: MIT
// Engine.IO 4 as its specification has it, frame by frame, on the raw echo at /engine.io/ of a server in the shape of
// conformance-server: node engine-conformance.test.mjs SERVER [ARGUMENT …]
// https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { openPolling, openSocket, RawSocket } from "./raw.mjs";
import { load, next, startServer } from "./support.mjs";

const { WebSocket } = load("ws");
const path = "/engine.io/";

let server; // with time for slow machines
let strict; // which ends sessions soon
let calm; // which does not ping while a test is under way

before(async () => {
  const command = process.argv.slice(2);
  server = await startServer(...command, "--ping-interval", "300", "--ping-timeout", "20000", "--exit-with-input");
  strict = await startServer(...command, "--ping-interval", "300", "--ping-timeout", "2000", "--exit-with-input");
  calm = await startServer(...command, "--ping-interval", "60000", "--ping-timeout", "20000", "--exit-with-input");
});

after(() => Promise.all([server.stop(), strict.stop(), calm.stop()]));

const polling = () => openPolling(server.url, path);
const webSocket = (options) => openSocket(server.url, path, options);

/** Until the server does not know a session any more. */
async function isGone(session) {
  const until = performance.now() + 20_000;
  while (await session.isAlive()) {
    assert.ok(performance.now() < until, "the session does not end");
  }
}

describe("handshake", () => {
  test("over long-polling", async () => {
    const response = await fetch(`${server.url}${path}?EIO=4&transport=polling`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type").toLowerCase(), "text/plain; charset=utf-8");
    assert.equal(response.headers.get("cache-control"), "no-store");
    const text = await response.text();
    assert.equal(text[0], "0");
    const { sid, ...rest } = JSON.parse(text.slice(1));
    assert.ok(sid.length >= 16);
    assert.deepEqual(rest, { upgrades: ["websocket"], pingInterval: 300, pingTimeout: 20000, maxPayload: 1000000 });
  });

  test("over WebSocket", async () => {
    const socket = await webSocket();
    const { sid, ...rest } = socket.handshake;
    assert.ok(sid.length >= 16);
    assert.deepEqual(rest, { upgrades: [], pingInterval: 300, pingTimeout: 20000, maxPayload: 1000000 });
    socket.close();
  });

  test("gives every session its own id", async () => {
    const sessions = await Promise.all([polling(), polling(), polling()]);
    assert.equal(new Set(sessions.map(({ sid }) => sid)).size, 3);
  });

  for (const [name, query, code, message, options] of [
    ["no transport", "EIO=4", 0, "Transport unknown"],
    ["an unknown transport", "EIO=4&transport=pigeon", 0, "Transport unknown"],
    ["an unknown session", "EIO=4&transport=polling&sid=unknown", 1, "Session ID unknown"],
    ["a POST", "EIO=4&transport=polling", 2, "Bad handshake method", { method: "POST", body: "4x" }],
    ["WebSocket without an upgrade", "EIO=4&transport=websocket", 3, "Bad request"],
    ["no version", "transport=polling", 5, "Unsupported protocol version"],
    ["an old version", "EIO=3&transport=polling", 5, "Unsupported protocol version"],
    ["a version to come", "EIO=5&transport=polling", 5, "Unsupported protocol version"],
  ]) {
    test(`refuses ${name}`, async () => {
      const response = await fetch(`${server.url}${path}?${query}`, options);
      assert.equal(response.status, 400);
      assert.deepEqual(await response.json(), { code, message });
    });
  }

  for (const [name, query] of [
    ["no transport", "EIO=4"],
    ["an unknown transport", "EIO=4&transport=pigeon"],
    ["long-polling", "EIO=4&transport=polling"],
    ["an unknown session", "EIO=4&transport=websocket&sid=unknown"],
    ["no version", "transport=websocket"],
    ["an old version", "EIO=3&transport=websocket"],
  ]) {
    test(`refuses a WebSocket with ${name}`, async () => {
      const socket = new WebSocket(`${server.url.replace("http", "ws")}${path}?${query}`);
      const heard = [];
      socket.on("message", (data) => heard.push(data.toString()));
      socket.on("error", () => {});
      await next(socket, "close"); // instead of being opened, or at once
      assert.deepEqual(heard, []);
    });
  }
});

describe("long-polling", () => {
  for (const [name, payload] of [
    ["text", "4hello"],
    ["text of other scripts", "4日本 🙂 ü"],
    ["an empty message", "4"],
    ["what looks like a packet", "42probe"],
    ["bytes", "bAQIDBA=="],
    ["several packets", "4one\x1ebAQIDBA==\x1e4\x1e4two"],
  ]) {
    test(`carries ${name}`, async () => {
      const session = await polling();
      const posted = await session.post(payload);
      assert.equal(posted.status, 200);
      assert.match(posted.headers["content-type"], /^text\/html/);
      assert.equal(posted.headers["cache-control"], "no-store");
      assert.equal(posted.text, "ok");
      const expected = payload.split("\x1e");
      assert.deepEqual(await session.receive(expected.length), expected);
    });
  }

  test("answers a poll when there is something to say", async () => {
    const session = await polling();
    const poll = session.receive(1);
    await session.post("4now");
    assert.deepEqual(await poll, ["4now"]);
  });

  test("keeps order over many payloads", async () => {
    const session = await polling();
    for (let i = 0; i < 50; i += 2) {
      await session.post(`4${i}\x1e4${i + 1}`);
    }
    assert.deepEqual(await session.receive(50), Array.from({ length: 50 }, (_, i) => `4${i}`));
  });

  test("carries a payload of maxPayload, and answers 413 to a larger one", async () => {
    const session = await polling();
    const largest = `4${"x".repeat(999_999)}`;
    assert.equal((await session.post(largest)).status, 200);
    assert.deepEqual(await session.receive(1), [largest]);
    const other = await polling();
    const refused = await other.post(`${largest}x`).catch(() => undefined); // or it closes before all is written
    assert.ok(refused === undefined || refused.status === 413);
  });

  test("ends the session when polls overlap", async () => {
    const session = await openPolling(calm.url, path);
    const answers = await Promise.all([session.get(), session.get()]); // on two connections: whichever comes first
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400]);
    assert.equal(answers.find(({ status }) => status === 200).text, "1");
    await isGone(session);
  });

  test("ends the session when the client hangs up during a poll", async () => {
    const session = await openPolling(calm.url, path);
    const abort = new AbortController();
    const poll = session.get({ signal: abort.signal });
    await session.post("6");
    abort.abort();
    await assert.rejects(poll);
    await isGone(session);
  });

  for (const [name, payload] of [
    ["an unknown packet", "abc"],
    ["an empty packet", "4a\x1e\x1e4b"],
    ["a ping of the client", "2"],
  ]) {
    test(`ends the session on ${name}`, async () => {
      const session = await polling();
      await session.post(payload).catch(() => {}); // it may close the connection, too
      await isGone(session);
    });
  }

  test("does not take a body of bytes", async () => {
    const session = await polling();
    const response = await session.post(Buffer.from("4hello"), { "content-type": "application/octet-stream" });
    assert.equal(response.status, 400);
  });

  test("is closed by the client, which gets its poll back", async () => {
    const session = await openPolling(calm.url, path);
    const poll = session.get();
    await session.post("6");
    await session.post("1");
    assert.equal((await poll).text, "6");
    await isGone(session);
  });

  test("pings, and goes on while the pings are answered", async () => {
    const session = await polling();
    for (let i = 0; i < 3; i++) {
      assert.deepEqual(await session.poll(), ["2"]);
      await session.post("3");
    }
    await session.post("4still here");
    assert.deepEqual(await session.receive(1), ["4still here"]);
  });

  test("ends the session when a ping is not answered", async () => {
    const session = await openPolling(strict.url, path);
    assert.deepEqual(await session.poll(), ["2"]);
    await isGone(session);
  });
});

describe("WebSocket", () => {
  for (const [name, sent] of [
    ["text", "4hello"],
    ["text of other scripts", "4日本 🙂 ü"],
    ["an empty message", "4"],
    ["bytes", Buffer.from([0, 1, 2, 255])],
    ["no bytes", Buffer.alloc(0)],
    ["a message of maxPayload", `4${"x".repeat(999_999)}`],
  ]) {
    test(`carries ${name}`, async () => {
      const socket = await webSocket();
      socket.send(sent);
      assert.deepEqual(await socket.receive(), sent);
      socket.close();
    });
  }

  test("keeps order", async () => {
    const socket = await webSocket();
    const frames = Array.from({ length: 300 }, (_, i) => (i % 3 ? `4${i}` : Buffer.from([i % 256])));
    socket.send(...frames);
    for (const frame of frames) {
      assert.deepEqual(await socket.receive(), frame);
    }
    socket.close();
  });

  for (const [name, frame] of [
    ["an unknown packet", "abc"],
    ["an empty frame", ""],
    ["a ping of the client", "2"],
  ]) {
    test(`is closed on ${name}`, async () => {
      const socket = await webSocket();
      socket.send(frame);
      await socket.closed();
    });
  }

  test("is closed with 1009 over maxPayload", async () => {
    const socket = await webSocket();
    socket.send(`4${"x".repeat(1_000_000)}`);
    assert.equal(await socket.closed(), 1009);
  });

  test("pings, and goes on while the pings are answered", async () => {
    const socket = await webSocket({ answersPings: false });
    for (let i = 0; i < 3; i++) {
      assert.equal(await socket.receive(), "2");
      socket.send("3");
    }
    socket.send("4still here");
    assert.equal(await socket.receive(), "4still here");
    socket.close();
  });

  test("is closed when a ping is not answered", async () => {
    const socket = await openSocket(strict.url, path, { answersPings: false });
    assert.equal(await socket.receive(), "2");
    await socket.closed();
  });
});

describe("upgrade", () => {
  /** A session whose second transport has been probed. */
  async function probed() {
    const session = await polling();
    const socket = new RawSocket(server.url, path, { sid: session.sid });
    await socket.opened;
    socket.send("2probe");
    assert.equal(await socket.receive(), "3probe");
    return { session, socket };
  }

  test("moves to WebSocket", async () => {
    const { session, socket } = await probed();
    assert.deepEqual(await session.receive(1), ["6"]);
    socket.send("5", "4hello", Buffer.from([1, 2, 3]));
    assert.equal(await socket.receive(), "4hello");
    assert.deepEqual(await socket.receive(), Buffer.from([1, 2, 3]));
    socket.close();
  });

  test("gives back the poll that is under way", async () => {
    const session = await polling();
    const poll = session.receive(1);
    await session.post("6");
    const socket = new RawSocket(server.url, path, { sid: session.sid });
    await socket.opened;
    socket.send("2probe");
    assert.equal(await socket.receive(), "3probe");
    assert.deepEqual(await poll, ["6"]);
    socket.send("5", "4over");
    assert.equal(await socket.receive(), "4over");
    socket.close();
  });

  test("loses nothing and keeps order", async () => {
    const session = await polling();
    await session.post("41\x1e42"); // echoed before
    const socket = new RawSocket(server.url, path, { sid: session.sid });
    await socket.opened;
    socket.send("2probe");
    assert.equal(await socket.receive(), "3probe");
    await session.post("43\x1ebAQ=="); // while it is being probed
    const polled = await session.receive(4);
    socket.send("5", "44", Buffer.from([2]));
    const received = [];
    while (received.length < 2) {
      received.push(await socket.receive());
    }
    const all = [...polled, ...received].filter((frame) => frame !== "6");
    assert.deepEqual(all.slice(0, 4), ["41", "42", "43", "bAQ=="]);
    assert.deepEqual(all.slice(-2), ["44", Buffer.from([2])]);
    socket.close();
  });

  test("has no long-polling afterwards", async () => {
    const { session, socket } = await probed();
    socket.send("5", "4over");
    while ((await socket.receive()) !== "4over") {}
    assert.equal((await session.get()).status, 400);
    socket.close();
  });

  test("is not to be had twice", async () => {
    const { session, socket } = await probed();
    socket.send("5", "4over");
    while ((await socket.receive()) !== "4over") {}
    const second = new RawSocket(server.url, path, { sid: session.sid });
    await second.closed();
    socket.send("4still here");
    assert.equal(await socket.receive(), "4still here");
    socket.close();
  });

  test("that fails leaves long-polling as it was", async () => {
    const { session, socket } = await probed();
    socket.close();
    await socket.closed();
    await session.post("4still here");
    const frames = await session.receive(1);
    while (!frames.includes("4still here")) {
      frames.push(...(await session.receive(1)));
    }
  });

  test("that does not begin with a probe is closed", async () => {
    const session = await polling();
    const socket = new RawSocket(server.url, path, { sid: session.sid });
    await socket.opened;
    socket.send("4too early");
    await socket.closed();
    await session.post("4still here");
    assert.deepEqual(await session.receive(1), ["4still here"]);
  });
});

// SPDX-License-Identifier: MIT
// engine.io-client against the raw echo of a server in the shape of conformance-server:
// node engine-client.test.mjs SERVER [ARGUMENT …]
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { load, next, startServer } from "./support.mjs";

const { Socket } = load("engine.io-client");

const ways = { "long-polling": ["polling"], WebSocket: ["websocket"], "an upgrade": ["polling", "websocket"] };

let server;
const sockets = [];

before(async () => {
  server = await startServer(...process.argv.slice(2), "--ping-timeout", "20000", "--exit-with-input");
});

after(async () => {
  sockets.forEach((socket) => socket.close());
  await server.stop();
});

async function opened(transports) {
  const socket = new Socket(server.url, { path: "/engine.io/", transports });
  sockets.push(socket);
  await next(socket, "open");
  return socket;
}

for (const [way, transports] of Object.entries(ways)) {
  describe(`over ${way}`, () => {
    test("sends and receives text and bytes, in order", async () => {
      const socket = await opened(transports); // an upgrade is under way now
      const received = [];
      const all = new Promise((resolve) => {
        socket.on("message", (data) => received.push(data) === 300 && resolve());
      });
      const sent = Array.from({ length: 300 }, (_, i) => (i % 3 ? `message ${i} ü` : Buffer.from([i % 256, 0, 255])));
      for (const [i, data] of sent.entries()) {
        socket.send(data);
        if (i % 20 === 0) {
          await new Promise(setImmediate); // several payloads
        }
      }
      await all;
      assert.deepEqual(received, sent);
      if (transports.length > 1 && socket.transport.name === "polling") {
        await next(socket, "upgrade");
      }
      assert.equal(socket.transport.name, transports.at(-1));
    });

    test("carries what is nearly too large", async () => {
      const socket = await opened(transports);
      const large = "x".repeat(999_000);
      socket.send(large);
      assert.deepEqual(await next(socket, "message"), [large]);
    });

    test("answers pings", async () => {
      const socket = await opened(transports);
      for (let i = 0; i < 3; i++) {
        await next(socket, "ping");
      }
      assert.equal(socket.readyState, "open");
    });

    test("closes after what was sent before", async () => {
      const socket = await opened(transports);
      socket.send("last");
      const last = next(socket, "message");
      await last;
      const closed = next(socket, "close");
      socket.close();
      assert.equal((await closed)[0], "forced close");
    });
  });
}

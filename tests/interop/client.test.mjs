// SPDX-License-Identifier: MIT
// socket.io-client against our server: node client.test.mjs ECHO-SERVER
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { load, next, startServer } from "./support.mjs";

const { io } = load("socket.io-client");
const { WebSocket } = load("ws");

let server;
const sockets = [];

before(async () => {
  server = await startServer(process.argv[2], "20000", "3000"); // patient enough for a busy machine
});

after(async () => {
  sockets.forEach((socket) => socket.disconnect());
  await server.stop();
});

function connect(nameSpace = "", options = {}) {
  const socket = io(server.url + nameSpace, { transports: ["websocket"], reconnection: false, forceNew: true, ...options });
  sockets.push(socket);
  return socket;
}

test("connects with its auth payload", async () => {
  const socket = connect("", { auth: { token: "123", deep: { list: [1, null, "ü"] } } });
  const [auth] = await next(socket, "auth");
  assert.deepEqual(auth, { token: "123", deep: { list: [1, null, "ü"] } });
  assert.ok(socket.connected);
  assert.notEqual(socket.id, socket.io.engine.id);
});

test("gets CONNECT_ERROR with its data, and may try again", async () => {
  const socket = connect("", { auth: { refuse: "Not authorized" } });
  const [error] = await next(socket, "connect_error");
  assert.equal(error.message, "Not authorized");
  assert.deepEqual(error.data, { code: "refused" });
  socket.auth = { token: "right" };
  socket.connect();
  assert.deepEqual(await next(socket, "auth"), [{ token: "right" }]);
});

test("is told that a namespace does not exist", async () => {
  const [error] = await next(connect("/nowhere"), "connect_error");
  assert.equal(error.message, "Invalid namespace");
});

test("sends and receives events of every JSON type", async () => {
  const socket = connect();
  await next(socket, "connect");
  const everything = [1, -2.5, 1e300, "日本 🙂 \u2028\u0000", true, null, [], [[1]], {}, { a: { b: [] } }];
  socket.emit("message", ...everything);
  assert.deepEqual(await next(socket, "message-back"), everything);
  socket.emit("message");
  assert.deepEqual(await next(socket, "message-back"), []);
  const long = "x".repeat(900_000);
  socket.emit("message", long);
  assert.deepEqual(await next(socket, "message-back"), [long]);
});

test("gets acknowledgements, each its own", async () => {
  const socket = connect();
  await next(socket, "connect");
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) => new Promise((resolve) => socket.emit("message-with-ack", i, { i }, (...args) => resolve(args)))),
  );
  answers.forEach((answer, i) => assert.deepEqual(answer, [i, { i }]));
  assert.equal(await socket.timeout(20_000).emitWithAck("message-with-ack", "one"), "one");
  await assert.rejects(socket.timeout(50).emitWithAck("nobody answers this"));
});

test("uses two namespaces on one connection", async () => {
  const main = connect("", { forceNew: false, multiplex: true, auth: { of: "main" } });
  const custom = main.io.socket("/custom", { auth: { of: "custom" } });
  sockets.push(custom);
  const authentications = Promise.all([next(main, "auth"), next(custom, "auth")]);
  custom.connect();
  assert.deepEqual(await authentications, [[{ of: "main" }], [{ of: "custom" }]]);
  assert.notEqual(main.id, custom.id);
  main.disconnect();
  custom.emit("message", "still here");
  assert.deepEqual(await next(custom, "message-back"), ["still here"]);
});

test("gets what is sent to a room, in order", async () => {
  const [one, two] = [connect(), connect()];
  await Promise.all([next(one, "connect"), next(two, "connect")]);
  const seen = { one: [], two: [] };
  one.on("said", (room, number) => seen.one.push(number));
  two.on("said", (room, number) => seen.two.push(number));
  two.emit("join", "room");
  await two.emitWithAck("message-with-ack"); // has joined
  one.emit("join", "room");
  for (let i = 0; i < 300; i++) {
    one.emit("say", "room", i);
  }
  await one.emitWithAck("message-with-ack");
  await two.emitWithAck("message-with-ack");
  const expected = Array.from({ length: 300 }, (_, i) => i);
  assert.deepEqual(seen, { one: expected, two: expected });
});

test("leaves, and the others hear why", async () => {
  const [one, two] = [connect(), connect()];
  await Promise.all([next(one, "connect"), next(two, "connect")]);
  one.disconnect();
  assert.deepEqual(await next(two, "gone"), ["client namespace disconnect"]);
});

for (const [close, reason] of [
  [false, "io server disconnect"],
  [true, "io server disconnect"],
]) {
  test(`is disconnected by the server, ${close ? "with" : "without"} its transport`, async () => {
    const socket = connect();
    await next(socket, "connect");
    socket.emit("end", close);
    assert.equal((await next(socket, "disconnect"))[0], reason);
  });
}

test("lives through many heartbeats", async () => {
  const socket = connect();
  await next(socket, "connect");
  for (let i = 0; i < 4; i++) {
    await next(socket.io, "ping");
  }
  assert.ok(socket.connected);
});

test("is cut off for a message over maxPayload, which harms nobody else", async () => {
  const [good, bad] = [connect(), connect()];
  await Promise.all([next(good, "connect"), next(bad, "connect")]);
  bad.emit("message", "x".repeat(1_000_001));
  assert.equal((await next(bad, "disconnect"))[0], "transport close");
  assert.equal(await good.emitWithAck("message-with-ack", 1), 1);
});

test("is cut off for a binary event, which comes later", async () => {
  const socket = connect();
  await next(socket, "connect");
  socket.emit("message", Buffer.from([1, 2, 3]));
  assert.equal((await next(socket, "disconnect"))[0], "transport close");
});

test("is refused on long-polling with the reference's words", async () => {
  const response = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
  assert.equal(response.status, 400);
  assert.deepEqual(await response.json(), { code: 0, message: "Transport unknown" });
});

test("is closed when it never connects to a namespace", async () => {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  socket.on("message", (data) => data.toString() === "2" && socket.send("3"));
  await next(socket, "close");
});

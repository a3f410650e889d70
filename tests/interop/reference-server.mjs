// SPDX-License-Identifier: MIT
// The same server as conformance-server, by the reference implementations on Node.js; the same options, too. What it does
// is described there in Shape.h and Lab.h.
import { createServer } from "node:http";
import { parseArgs } from "node:util";

import { load } from "./support.mjs";

const { Server } = load("socket.io");
const { Server: EngineServer } = load("engine.io");

const { values: given } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    "ping-interval": { type: "string", default: "300" },
    "ping-timeout": { type: "string", default: "200" },
    "max-payload": { type: "string", default: "1000000" },
    "connect-timeout": { type: "string", default: "1000" },
    recovery: { type: "string" },
    "exit-with-input": { type: "boolean" },
  },
});
const options = {
  pingInterval: Number(given["ping-interval"]),
  pingTimeout: Number(given["ping-timeout"]),
  maxHttpBufferSize: Number(given["max-payload"]),
  connectTimeout: Number(given["connect-timeout"]),
  ...(given.recovery && { connectionStateRecovery: { maxDisconnectionDuration: Number(given.recovery), skipMiddlewares: false } }),
};

const http = createServer();
const io = new Server(http, options);
new EngineServer(options).on("connection", (socket) => socket.on("message", (data) => socket.send(data))).attach(http, { path: "/engine.io/" });

for (const nameSpace of [io.of("/"), io.of("/custom")]) {
  nameSpace.on("connection", (socket) => {
    socket.emit("auth", socket.handshake.auth);
    socket.on("message", (...args) => socket.emit("message-back", ...args));
    socket.on("message-with-ack", (...args) => args.pop()(...args));
  });
}

const lab = io.of("/lab");
lab.use((socket, proceed) => {
  const { refuse } = socket.handshake.auth;
  proceed(refuse ? Object.assign(new Error(refuse), { data: { code: "refused" } }) : undefined);
});
lab.on("connection", (socket) => {
  socket.on("echo", (...args) => (typeof args.at(-1) === "function" ? args.pop()(...args) : socket.emit("echo", ...args)));
  socket.on("join", (room) => socket.join(room));
  socket.on("leave", (room) => socket.leave(room));
  socket.on("rooms", (answer) => answer([...socket.rooms].filter((room) => room !== socket.id).sort()));
  socket.on("say", ({ to = [], except = [] }, what) => lab.to(to).except(except).emit("said", what));
  socket.on("whisper", (...args) => socket.broadcast.emit("said", ...args));
  socket.on("ask", (timeout, what) => {
    socket.timeout(timeout).emit("question", what, (error, ...answer) => socket.emit("asked", ...(error ? ["nobody answered"] : answer)));
  });
  socket.on("ask-all", async (room, timeout) => {
    const expected = (await lab.in(room).fetchSockets()).length;
    lab.to(room).timeout(timeout).emit("question", (error, answers) => socket.emit("asked", answers, expected - answers.length));
  });
  socket.on("flood", (count, size) => {
    for (let i = 0; i < count; i++) {
      socket.volatile.emit("flood", i, "x".repeat(size));
    }
    socket.emit("flooded");
  });
  socket.on("members", async (room, answer) => answer((await lab.in(room).fetchSockets()).length));
  socket.on("dismiss", (room) => lab.in(room).disconnectSockets(false));
  socket.on("end", (close) => socket.disconnect(close));
  socket.on("cut", () => socket.conn.close()); // only here: for clients that cannot do it themselves
  socket.on("disconnect", (reason) => lab.to("watchers").emit("gone", reason));
  if (!socket.recovered) {
    socket.emit("hello", socket.conn.transport.name);
  }
});

http.listen(Number(given.port), "127.0.0.1", () => console.log(`ready http://127.0.0.1:${http.address().port}`));
if (given["exit-with-input"]) {
  process.stdin.on("end", () => process.exit(0)).resume();
}

// SPDX-License-Identifier: MIT
// The reference server that our client is tested against. Prints `ready URL`, ends when its standard input does.
import { createServer } from "node:http";

import { load } from "./support.mjs";

const { Server } = load("socket.io");

const http = createServer();
const io = new Server(http, { pingInterval: 300, pingTimeout: 10_000, maxHttpBufferSize: 1_000_000 });

for (const nameSpace of [io.of("/"), io.of("/custom")]) {
  nameSpace.use((socket, proceed) => {
    const { refuse } = socket.handshake.auth;
    proceed(refuse ? Object.assign(new Error(refuse), { data: { code: "refused" } }) : undefined);
  });
  nameSpace.on("connection", (socket) => {
    socket.emit("auth", socket.handshake.auth, socket.handshake.headers.origin ?? "none");
    socket.on("message", (...args) => socket.emit("message-back", ...args));
    socket.on("message-with-ack", (...args) => args.pop()(...args));
    socket.on("join", (room) => socket.join(room));
    socket.on("say", (room, ...args) => nameSpace.to(room).emit("said", ...args));
    socket.on("end", (close) => socket.disconnect(close));
    socket.on("cut", () => socket.conn.transport.socket.terminate());
    socket.on("binary", () => socket.emit("message-back", Buffer.from([1, 2, 3])));
    socket.on("disconnect", (reason) => nameSpace.emit("gone", reason));
  });
}

http.listen(0, "127.0.0.1", () => console.log(`ready http://127.0.0.1:${http.address().port}`));
process.stdin.on("end", () => process.exit(0)).resume();

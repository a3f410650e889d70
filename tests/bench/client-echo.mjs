// SPDX-License-Identifier: GPL-3.0-or-later
// node client-echo.mjs SERVER_PROGRAM ECHO_PROGRAM BARE_PROGRAM [COUNT [ROUNDS]]: the JavaScript client and ours against the same
// server, in turn, over WebSocket and over long-polling: sequential echoes with acknowledgement of a 100-byte text; over WebSocket
// also the bare system calls, which no client goes below. One JSON line a run, then the ratio of the medians, and that of what
// each takes longer than the bare calls. The environment variable FRONTDESK_NODE_MODULES says where socket.io-client is.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { load } from "../interop/support.mjs";

const { io } = load("socket.io-client");
const [serverProgram, echoProgram, bareProgram, count = 10_000, rounds = 3] = process.argv.slice(2);
const warmUp = Math.min(500, count);

const server = spawn(serverProgram, ["--port", "0"], { stdio: ["pipe", "pipe", "inherit"] });
const [url] = await once(createInterface({ input: server.stdout }), "line");

async function javascript(transport) {
  const socket = io(url, { transports: [transport], upgrade: false, forceNew: true });
  await once(socket, "connect");
  const text = "y".repeat(100);
  const times = [];
  for (let i = -warmUp; i < count; i++) {
    const started = performance.now();
    await socket.emitWithAck("echo", text);
    if (i >= 0) times.push(performance.now() - started);
  }
  socket.disconnect();
  times.sort((a, b) => a - b);
  const percentile = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { transport, n: +count, p50ms: percentile(0.5), p99ms: percentile(0.99) };
}

async function run(program, ...args) {
  const { stdout } = await promisify(execFile)(program, args);
  return JSON.parse(stdout);
}

const ours = (transport) => run(echoProgram, "--url", url, "--transport", transport, "--count", `${count}`);
const bare = () => run(bareProgram, new URL(url).port, `${count}`);

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
for (const [transport, clients] of Object.entries({ websocket: { javascript, ours, bare }, polling: { javascript, ours } })) {
  const p50 = Object.fromEntries(Object.keys(clients).map((client) => [client, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [client, measure] of Object.entries(clients)) {
      const figures = await measure(transport);
      p50[client].push(figures.p50ms);
      console.log(JSON.stringify({ client, ...figures }));
    }
  }
  const ratio = median(p50.ours) / median(p50.javascript);
  const least = p50.bare && median(p50.bare);
  const own = p50.bare && (median(p50.ours) - least) / (median(p50.javascript) - least);
  console.log(JSON.stringify({ transport, ratio, least, own }));
}
server.kill();

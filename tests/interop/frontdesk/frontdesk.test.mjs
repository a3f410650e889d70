// SPDX-License-Identifier: GPL-3.0-or-later
// A client that knows docs/protocol.md and socket.io-client only, against the team server: node frontdesk.test.mjs FRONTDESK-SERVER
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { load, next, startServer } from "../support.mjs";

const { io } = load("socket.io-client");

/** What a client may choose: WebSocket at once, long-polling alone, or long-polling that goes over to WebSocket. */
const ways = { websocket: ["websocket"], polling: ["polling"], upgrade: ["polling", "websocket"] };

const program = process.argv[2];
const password = "correct horse";
const folder = mkdtempSync(join(tmpdir(), "frontdesk-interop-"));
const data = join(folder, "data");
const users = {};
const sockets = [];
let server;

before(async () => {
  for (const name of Object.keys(ways).flatMap((way) => [`ada-${way}`, `sam-${way}`, `eve-${way}`])) {
    const args = ["user", "add", name, "--role", "agent", "--password-stdin", "--data", data];
    users[name] = execFileSync(program, args, { input: `${password}\n` }).toString().trim();
  }
  // Everybody signs in from here, again and again.
  server = await startServer(program, "--data", data, "--listen", "127.0.0.1:0", "--rate", "login-names=0", "--rate", "logins=0");
});

after(async () => {
  sockets.forEach((socket) => socket.disconnect());
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function post(path, body) {
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...(await response.json()) };
}

function logIn(name, secret = password) {
  return post("/api/login", { name, password: secret, device: "socket.io-client" });
}

/** RFC 9562, 5.7. */
function uuidV7() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return dashed(bytes);
}

function dashed(bytes) {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** docs/protocol.md, 4: the one id of a direct conversation. */
function directId(a, b) {
  const nameSpace = Buffer.from("6f1d3c0e5f6a4c529d0b9f1a2f0c7a11", "hex");
  const bytes = createHash("sha1").update(nameSpace).update([a, b].sort().join(":")).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return dashed(bytes);
}

/** Everything after a cursor, page by page, and then live. */
async function catchUp(socket, cursor) {
  const rows = [];
  for (let more = true; more; ) {
    const page = await socket.emitWithAck("journal:page", { cursor, limit: 3 });
    assert.equal(page.ok, true);
    assert.equal(page.after, cursor);
    rows.push(...page.rows);
    ({ upTo: cursor, more } = page);
    rows.mark = page.mark;
  }
  rows.cursor = cursor;
  return rows;
}

for (const [way, transports] of Object.entries(ways)) {
  const [ada, sam, eve] = [`ada-${way}`, `sam-${way}`, `eve-${way}`];
  const connect = (auth) => {
    const socket = io(server.url, { transports, reconnection: false, forceNew: true, auth });
    sockets.push(socket);
    return socket;
  };

  describe(`over ${way}`, () => {
    test("is refused with a wrong password, and without a token", async () => {
      const refused = await logIn(ada, "wrong horse");
      assert.equal(refused.status, 401);
      assert.equal(refused.error.code, "auth.invalid");
      const [error] = await next(connect({}), "connect_error");
      assert.equal(error.data.code, "auth.missing");
    });

    test("logs in, joins, sends, receives and catches up", async () => {
      const [adas, sams] = await Promise.all([logIn(ada), logIn(sam)]);
      assert.equal(adas.user.id, users[ada]);
      const one = connect({ token: adas.token, protocol: [1], client: "socket.io-client" });
      const [ready] = await next(one, "session:ready");
      assert.equal(ready.protocol, 1);
      assert.equal(ready.user.name, ada);
      assert.equal(ready.journal.state, "fresh");
      const two = connect({ token: sams.token });
      await next(two, "session:ready");
      const known = await catchUp(two, 0);
      await catchUp(one, 0);

      const conversation = directId(users[ada], users[sam]);
      const entered = next(two, "conversation:entered");
      const created = await one.emitWithAck("conversation:create", { id: uuidV7(), conversation, kind: "direct", members: [users[sam]] });
      assert.equal(created.ok, true);
      const [state] = await entered;
      assert.equal(state.payload.id, conversation);
      assert.deepEqual(new Set(state.payload.members), new Set([users[ada], users[sam]]));

      const typing = next(two, "typing:changed");
      one.emit("typing:set", { conversation, typing: true });
      assert.deepEqual(await typing, [{ conversation, user: users[ada], typing: true }]);

      const arrived = next(two, "message:new");
      const message = { id: uuidV7(), conversation, text: "Grüße, 世界 👋" };
      const sent = await one.emitWithAck("message:send", message);
      const [row] = await arrived;
      assert.deepEqual(row.payload, sent.result.message);
      assert.equal(row.payload.text, message.text);
      assert.equal(row.payload.number, 1);
      assert.deepEqual(await one.emitWithAck("message:send", message), sent);

      // Away, and back with a cursor: exactly what was missed.
      two.disconnect();
      const texts = ["one", "two", "three", "four", "five"];
      for (const text of texts) {
        assert.equal((await one.emitWithAck("message:send", { id: uuidV7(), conversation, text })).ok, true);
      }
      const back = connect({ token: sams.token, epoch: ready.epoch, cursor: known.cursor, mark: known.mark });
      const [again] = await next(back, "session:ready");
      assert.equal(again.journal.state, "behind");
      const missed = (await catchUp(back, known.cursor)).filter((missedRow) => missedRow.event === "message:new");
      assert.deepEqual(missed.map((missedRow) => missedRow.payload.text), [message.text, ...texts]);
      assert.deepEqual(missed.map((missedRow) => missedRow.payload.number), [1, 2, 3, 4, 5, 6]);

      const live = next(back, "message:new");
      await one.emitWithAck("message:send", { id: uuidV7(), conversation, text: "live" });
      assert.equal((await live)[0].payload.text, "live");
    });

    test("changes a record side by side with another, edits, and keeps what is its own", async () => {
      const [adas, sams] = await Promise.all([logIn(ada), logIn(sam)]);
      const one = connect({ token: adas.token });
      const two = connect({ token: sams.token });
      await Promise.all([next(one, "session:ready"), next(two, "session:ready")]);
      await Promise.all([catchUp(one, 0), catchUp(two, 0)]);
      const conversation = uuidV7();
      const record = `conversation:${conversation}`;
      const created = await one.emitWithAck("conversation:create", { id: uuidV7(), conversation, kind: "group", title: "Trip", members: [users[sam]] });
      assert.equal(created.result.conversation.version, 1);

      // Neither has seen what the other does.
      const told = next(one, "conflict:opened");
      const taken = await one.emitWithAck("record:change", { id: uuidV7(), record, base: 1, set: { title: "Lisbon" }, add: { labels: ["eu"] } });
      assert.deepEqual(taken.result, { version: 2, conflicts: [] });
      const late = { id: uuidV7(), record, base: 1, set: { title: "Porto" }, was: { title: "Trip" }, add: { labels: ["summer"] } };
      const conflicting = await two.emitWithAck("record:change", late);
      assert.deepEqual(conflicting.result, { version: 3, conflicts: [late.id] });
      const [opened] = await told;
      assert.equal(opened.payload.wanted.value, "Porto");
      assert.equal(opened.payload.wanted.by, users[sam]);
      assert.equal(opened.payload.kept.value, "Lisbon");
      assert.equal(opened.payload.before, "Trip");
      const closed = next(two, "conflict:closed");
      const decided = await one.emitWithAck("record:change", { id: uuidV7(), record, base: 3, set: { title: "Porto" }, resolves: late.id });
      assert.deepEqual(decided.result, { version: 4, conflicts: [] });
      assert.equal((await closed)[0].payload.id, late.id);

      const message = { id: uuidV7(), conversation, text: "frist" };
      await one.emitWithAck("message:send", message);
      const edited = next(two, "message:edited");
      await one.emitWithAck("message:edit", { id: uuidV7(), conversation, message: message.id, text: "first" });
      assert.equal((await edited)[0].payload.text, "first");

      const own = { key: `draft:${conversation}`, value: { text: "half a sent", at: [1, null] } };
      assert.equal((await one.emitWithAck("own:set", { id: uuidV7(), ...own })).ok, true);
      const items = [];
      for (let page = {}; page; ) {
        const answer = await one.emitWithAck("journal:snapshot", page);
        items.push(...answer.items);
        page = answer.next && { page: answer.next };
      }
      const { seq, ...kept } = items.find((item) => item.kind === "own").own;
      assert.deepEqual(kept, own);
      assert.ok(seq > 0);
      const state = items.find((item) => item.conversation?.id === conversation).conversation;
      assert.equal(state.title, "Porto");
      assert.deepEqual(state.labels, ["eu", "summer"]);
      assert.deepEqual(state.conflicts, []);
      assert.equal(state.messages[0].text, "first");
    });

    test("is told what it did wrong", async () => {
      const socket = connect({ token: (await logIn(sam)).token });
      await next(socket, "session:ready");
      const unknown = await socket.emitWithAck("message:shout", {});
      assert.equal(unknown.error.code, "command.unknown");
      const foreign = await socket.emitWithAck("message:send", { id: uuidV7(), conversation: directId(users[ada], users[ada]), text: "x" });
      assert.equal(foreign.error.code, "conversation.unknown");
      const notice = next(socket, "error:notice");
      socket.emit("message:send", { text: 1 });
      assert.deepEqual((await notice)[0].detail, { field: "id", event: "message:send" });
    });

    test("is ended when it logs out elsewhere", async () => {
      const { token } = await logIn(sam);
      const socket = connect({ token });
      await next(socket, "session:ready");
      const ended = next(socket, "session:ended");
      const gone = next(socket, "disconnect");
      const response = await fetch(`${server.url}/api/logout`, { method: "POST", headers: { authorization: `Bearer ${token}` } });
      assert.equal(response.status, 200);
      assert.equal((await ended)[0].code, "auth.revoked");
      assert.equal((await gone)[0], "io server disconnect");
      const [error] = await next(connect({ token }), "connect_error");
      assert.equal(error.data.code, "auth.revoked");
    });

    test("goes on with a renewed token", async () => {
      const first = await logIn(ada);
      const socket = connect({ token: first.token });
      await next(socket, "session:ready");
      const second = await post("/api/refresh", { refreshToken: first.refreshToken });
      assert.equal(second.status, 200);
      assert.equal(second.user.id, users[ada]);
      assert.notEqual(second.refreshToken, first.refreshToken);
      const renewed = await socket.emitWithAck("session:renew", { token: second.token });
      assert.deepEqual(renewed, { ok: true, expiresAt: second.expiresAt });

      // Used, replaced, used again: that is a copy, and the session ends.
      assert.equal((await post("/api/refresh", { refreshToken: second.refreshToken })).status, 200);
      const ended = next(socket, "session:ended");
      const stolen = await post("/api/refresh", { refreshToken: first.refreshToken });
      assert.equal(stolen.error.code, "auth.revoked");
      assert.equal((await ended)[0].code, "auth.revoked");
    });

    test("looks on without being there", async () => {
      const watcher = connect({ token: (await logIn(ada)).token });
      await next(watcher, "session:ready");
      const present = [];
      watcher.on("presence:changed", ({ user, presence }) => user === users[eve] && present.push(presence));
      const observer = connect({ token: (await logIn(eve)).token, observer: true });
      await next(observer, "session:ready");
      assert.equal((await observer.emitWithAck("clock:ping", { t: 1 })).ok, true);
      const person = connect({ token: (await logIn(eve)).token });
      await next(person, "session:ready");
      await watcher.emitWithAck("clock:ping", { t: 1 }); // whatever was told before has come
      assert.deepEqual(present, ["online"]);
    });
  });
}

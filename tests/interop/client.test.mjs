// SPDX-License-Identifier: MIT
// socket.io-client against a server in the shape of conformance-server: node client.test.mjs SERVER [ARGUMENT …]
// CTest runs it against ours, and against the reference itself, which shows that the test asks for nothing else.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { load, next, startServer } from "./support.mjs";

const { io } = load("socket.io-client");
const { WebSocket } = load("ws");

const patient = ["--ping-timeout", "20000", "--connect-timeout", "20000", "--exit-with-input"]; // for a busy machine
const ways = {
  "long-polling": { transports: ["polling"] },
  WebSocket: { transports: ["websocket"] },
  "an upgrade": { transports: ["polling", "websocket"] },
};

let server;
let recovering;
const sockets = [];

before(async () => {
  const command = process.argv.slice(2);
  server = await startServer(...command, ...patient);
  recovering = await startServer(...command, ...patient, "--recovery", "60000");
});

after(async () => {
  sockets.forEach((socket) => socket.disconnect());
  await Promise.all([server.stop(), recovering.stop()]);
});

function connect(options, nameSpace = "/lab", to = server) {
  const socket = io(to.url + nameSpace, { reconnection: false, forceNew: true, ...options });
  sockets.push(socket);
  return socket;
}

/** Until a socket is connected, and upgraded if it is to be. */
async function settled(socket, { transports }) {
  await next(socket, "connect");
  if (transports.length > 1 && socket.io.engine.transport.name === "polling") {
    await next(socket.io.engine, "upgrade");
  }
}

async function connected(options, nameSpace, to) {
  const socket = connect(options, nameSpace, to);
  await settled(socket, options);
  return socket;
}

/** Ends the connection without a word of Socket.IO, as a network does. */
async function cut(socket) {
  const ended = next(socket, "disconnect");
  socket.io.engine.close();
  await ended;
}

for (const [way, transports] of Object.entries(ways)) {
  describe(`over ${way}`, () => {
    test("connects with its auth payload", async () => {
      const auth = { token: "123", deep: { list: [1, null, "ü"] } };
      const socket = connect({ ...transports, auth }, "");
      assert.deepEqual(await next(socket, "auth"), [auth]);
      assert.ok(socket.connected);
      assert.notEqual(socket.id, socket.io.engine.id);
      assert.ok(!socket.recovered);
    });

    test("ends up on the right transport, which the server knows from the start", async () => {
      const socket = connect(transports);
      const [[hello]] = await Promise.all([next(socket, "hello"), settled(socket, transports)]);
      assert.equal(hello, transports.transports[0]);
      assert.equal(socket.io.engine.transport.name, transports.transports.at(-1));
    });

    test("gets CONNECT_ERROR with its data, and may try again on the same connection", async () => {
      const socket = connect({ ...transports, auth: { refuse: "Not authorized" } });
      const [error] = await next(socket, "connect_error");
      assert.equal(error.message, "Not authorized");
      assert.deepEqual(error.data, { code: "refused" });
      socket.auth = { token: "right" };
      socket.connect();
      await next(socket, "hello");
    });

    test("is told that a namespace does not exist", async () => {
      const [error] = await next(connect(transports, "/nowhere"), "connect_error");
      assert.equal(error.message, "Invalid namespace");
    });

    test("sends and receives events of every JSON type", async () => {
      const socket = await connected(transports);
      const everything = [1, -2.5, 1e300, "日本 🙂 \u2028\u0000\u001e", true, null, [], [[1]], {}, { a: { b: [] } }];
      socket.emit("echo", ...everything);
      assert.deepEqual(await next(socket, "echo"), everything);
      socket.emit("echo");
      assert.deepEqual(await next(socket, "echo"), []);
    });

    test("sends and receives bytes, wherever they stand", async () => {
      const socket = await connected(transports);
      const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
      socket.emit("echo", all, { deep: [{ er: Buffer.from("é") }] }, Buffer.alloc(0), "text");
      assert.deepEqual(await next(socket, "echo"), [all, { deep: [{ er: Buffer.from("é") }] }, Buffer.alloc(0), "text"]);
      assert.deepEqual(await socket.timeout(20_000).emitWithAck("echo", { answer: all }), { answer: all });
      const ten = Array.from({ length: 10 }, (_, i) => Buffer.from([i]));
      assert.deepEqual(await socket.timeout(20_000).emitWithAck("echo", ten), ten);
    });

    test("sends and receives large messages", async () => {
      const socket = await connected(transports);
      const long = "ü".repeat(450_000);
      socket.emit("echo", long);
      assert.deepEqual(await next(socket, "echo"), [long]);
      const bytes = Buffer.alloc(700_000, 7);
      socket.emit("echo", bytes);
      assert.deepEqual(await next(socket, "echo"), [bytes]);
    });

    test("gets acknowledgements, each its own", async () => {
      const socket = await connected(transports);
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, i) => new Promise((resolve) => socket.emit("echo", i, { i }, (...args) => resolve(args)))),
      );
      answers.forEach((answer, i) => assert.deepEqual(answer, [i, { i }]));
      await assert.rejects(socket.timeout(50).emitWithAck("silence"));
    });

    test("answers what the server asks", async () => {
      const socket = await connected(transports);
      socket.on("question", (what, answer) => answer("the answer to", what));
      socket.emit("ask", 20_000, Buffer.from("bytes"));
      assert.deepEqual(await next(socket, "asked"), ["the answer to", Buffer.from("bytes")]);
      socket.off("question");
      socket.emit("ask", 50, "nothing");
      assert.deepEqual(await next(socket, "asked"), ["nobody answered"]);
    });

    test("uses two namespaces on one connection", async () => {
      const main = await connected(transports);
      const custom = main.io.socket("/custom", { auth: { of: "custom" } }); // connects by itself
      sockets.push(custom);
      assert.deepEqual(await next(custom, "auth"), [{ of: "custom" }]);
      assert.notEqual(main.id, custom.id);
      main.disconnect();
      custom.emit("message", "still here");
      assert.deepEqual(await next(custom, "message-back"), ["still here"]);
    });

    test("keeps order, also while it upgrades", async () => {
      const socket = connect(transports);
      await next(socket, "connect"); // an upgrade is under way now
      const seen = [];
      socket.on("echo", (number) => seen.push(number));
      for (let i = 0; i < 500; i++) {
        socket.emit("echo", i);
        if (i % 50 === 0) {
          await new Promise(setImmediate); // several packets, several payloads
        }
      }
      await socket.timeout(20_000).emitWithAck("echo", "after them");
      assert.deepEqual(seen, Array.from({ length: 500 }, (_, i) => i));
    });

    test("joins and leaves rooms", async () => {
      const socket = await connected(transports);
      ["a", "b", "a"].forEach((room) => socket.emit("join", room));
      assert.deepEqual(await socket.timeout(20_000).emitWithAck("rooms"), ["a", "b"]);
      socket.emit("leave", "a");
      assert.deepEqual(await socket.timeout(20_000).emitWithAck("rooms"), ["b"]);
    });

    test("gets what is said to its rooms, once and in order", async () => {
      const prefix = `${way} `;
      const [one, two, three] = await Promise.all([connected(transports), connected(transports), connected(transports)]);
      const all = [one, two, three];
      for (const [socket, rooms] of [[one, ["a", "b"]], [two, ["b", "c"]], [three, ["c"]]]) {
        rooms.forEach((room) => socket.emit("join", prefix + room));
        await socket.timeout(20_000).emitWithAck("rooms");
      }
      const seen = all.map((socket) => {
        const said = [];
        socket.on("said", (what) => said.push(what));
        return said;
      });
      const say = (to, except, what) => one.emit("say", { to: to.map((room) => prefix + room), except: except.map((room) => prefix + room) }, what);
      say(["a"], [], 1);
      say(["a", "b"], [], 2);
      say(["b"], ["a"], 3);
      say(["a", "b", "c"], ["c"], 4);
      one.emit("say", { to: [prefix + "b"], except: [two.id] }, 5);
      one.emit("say", { to: [two.id] }, 6);
      say(["nobody is here"], [], 7);
      for (let i = 10; i < 100; i++) {
        say(["c"], [], i);
      }
      await Promise.all(all.map(async (socket) => {
        await one.timeout(20_000).emitWithAck("echo"); // the server has seen everything
        await socket.timeout(20_000).emitWithAck("echo");
      }));
      const many = Array.from({ length: 90 }, (_, i) => i + 10);
      assert.deepEqual(seen, [[1, 2, 4, 5], [2, 3, 6, ...many], many]);
    });

    test("whispers to everyone but itself", async () => {
      const [one, two] = await Promise.all([connected(transports), connected(transports)]);
      const heard = [];
      one.on("said", (...args) => heard.push(args));
      one.emit("whisper", way, Buffer.from("psst"));
      assert.deepEqual(await next(two, "said"), [way, Buffer.from("psst")]);
      await one.timeout(20_000).emitWithAck("echo");
      assert.deepEqual(heard, []);
    });

    test("is asked together with others", async () => {
      const room = `${way} asked`;
      const all = await Promise.all(Array.from({ length: 3 }, () => connected(transports)));
      for (const [i, socket] of all.entries()) {
        socket.emit("join", room);
        socket.on("question", (answer) => i < 2 && answer(i)); // the third does not answer
        await socket.timeout(20_000).emitWithAck("rooms");
      }
      all[0].emit("ask-all", room, 3_000);
      const [answers, silent] = await next(all[0], "asked");
      assert.deepEqual(answers.sort(), [0, 1]);
      assert.equal(silent, 1);
      all[0].emit("ask-all", `${room} by nobody`, 500);
      assert.deepEqual(await next(all[0], "asked"), [[], 0]);
    });

    test("is counted and dismissed by room", async () => {
      const room = `${way} counted`;
      const all = await Promise.all(Array.from({ length: 3 }, () => connected(transports)));
      for (const socket of all.slice(0, 2)) {
        socket.emit("join", room);
        await socket.timeout(20_000).emitWithAck("rooms");
      }
      assert.equal(await all[2].timeout(20_000).emitWithAck("members", room), 2);
      const ends = all.slice(0, 2).map((socket) => next(socket, "disconnect"));
      all[2].emit("dismiss", room);
      assert.deepEqual((await Promise.all(ends)).map(([reason]) => reason), ["io server disconnect", "io server disconnect"]);
      assert.equal(await all[2].timeout(20_000).emitWithAck("members", room), 0);
    });

    test("leaves, and the others hear why", async () => {
      const [one, two, three] = await Promise.all([connected(transports), connected(transports), connected(transports)]);
      three.emit("join", "watchers");
      await three.timeout(20_000).emitWithAck("rooms");
      one.disconnect();
      assert.deepEqual(await next(three, "gone"), ["client namespace disconnect"]);
      await cut(two);
      assert.deepEqual(await next(three, "gone"), ["transport close"]);
      three.disconnect();
    });

    for (const close of [false, true]) {
      test(`is disconnected by the server, ${close ? "with" : "without"} its transport`, async () => {
        const socket = await connected(transports);
        const ended = next(socket, "disconnect");
        const closed = close && next(socket.io.engine, "close");
        socket.emit("end", close);
        assert.equal((await ended)[0], "io server disconnect");
        await closed;
      });
    }

    test("lives through many heartbeats", async () => {
      const socket = await connected(transports);
      for (let i = 0; i < 4; i++) {
        await next(socket.io, "ping");
      }
      assert.ok(socket.connected);
    });

    test("is cut off for a message over maxPayload, which harms nobody else", async () => {
      const [good, bad] = await Promise.all([connected(transports), connected(transports)]);
      bad.emit("echo", "x".repeat(1_000_001));
      assert.ok(["transport close", "transport error"].includes((await next(bad, "disconnect"))[0]));
      assert.equal(await good.timeout(20_000).emitWithAck("echo", 1), 1);
    });

    test("is cut off for too many attachments", async () => {
      const socket = await connected(transports);
      socket.emit("echo", ...Array.from({ length: 11 }, () => Buffer.from("x")));
      assert.ok(["transport close", "transport error"].includes((await next(socket, "disconnect"))[0]));
    });

    test("gets what it has missed when it comes back in time", async () => {
      const room = `${way} recovered`;
      const [away, here] = await Promise.all([connected(transports, "/lab", recovering), connected(transports, "/lab", recovering)]);
      const said = [];
      away.on("said", (what) => said.push(what));
      away.emit("join", room);
      await away.timeout(20_000).emitWithAck("rooms");
      here.emit("join", "watchers");
      here.emit("say", { to: [room] }, "before");
      await next(away, "said");
      const id = away.id;
      const gone = next(here, "gone");
      await cut(away);
      assert.deepEqual((await gone).slice(0, 1), ["transport close"]);
      here.emit("say", { to: [room] }, "one");
      here.emit("say", { to: ["another room"] }, "not for it");
      here.emit("say", { to: [room], except: [id] }, "not for it either");
      here.emit("say", { to: [id] }, Buffer.from("two"));
      here.emit("say", {}, "three");
      await here.timeout(20_000).emitWithAck("echo");
      const back = next(away, "connect");
      away.connect();
      await back;
      assert.ok(away.recovered);
      assert.equal(away.id, id);
      assert.deepEqual(said, ["before", "one", Buffer.from("two"), "three"]);
      here.emit("say", { to: [room] }, "after"); // it is in its room again
      await next(away, "said");
      assert.deepEqual(said.at(-1), "after");
      here.disconnect();
      away.disconnect();
    });

    test("gets a new session when it had left by itself", async () => {
      const socket = await connected(transports, "/lab", recovering);
      const id = socket.id;
      await socket.timeout(20_000).emitWithAck("echo");
      socket.disconnect();
      socket.connect();
      await next(socket, "connect");
      assert.ok(!socket.recovered);
      assert.notEqual(socket.id, id);
      socket.disconnect();
    });

    test("is asked for its token again before it gets what it missed", async () => {
      const socket = await connected(transports, "/lab", recovering);
      const said = [];
      socket.on("said", (what) => said.push(what));
      await socket.timeout(20_000).emitWithAck("echo");
      await cut(socket);
      socket.auth = { refuse: "expired" };
      socket.connect();
      const [error] = await next(socket, "connect_error");
      assert.equal(error.message, "expired");
      assert.deepEqual(said, []);
    });

    test("sends again what was not acknowledged, in order and after a cut", async () => {
      const socket = await connected({ ...transports, retries: 3, ackTimeout: 20_000 });
      const answers = [];
      for (let i = 0; i < 5; i++) {
        socket.emit("echo", i, (error, answer) => answers.push(error ?? answer));
      }
      await cut(socket); // the first is on its way
      socket.connect();
      await new Promise((resolve) => socket.emit("echo", "last", resolve));
      assert.deepEqual(answers, [0, 1, 2, 3, 4]);
    });
  });
}

test("drops volatile events for who does not read", async () => {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
  const received = [];
  socket.on("message", (data) => {
    const text = data.toString();
    text === "2" ? socket.send("3") : received.push(text);
    if (text.startsWith("0")) {
      socket.send("40/lab,");
    } else if (text.startsWith('42/lab,["hello"')) {
      socket.send('42/lab,["flood",400,100000]'); // 40 MB, far more than both ends of a socket hold
      socket.pause();
      socket.emit("flooding");
    } else if (text.startsWith('42/lab,["flooded"')) {
      socket.emit("flooded");
    }
  });
  await next(socket, "flooding");
  const other = await connected(ways.WebSocket);
  other.emit("join", "watchers");
  await other.timeout(20_000).emitWithAck("rooms"); // the server has had its turn
  const flooded = next(socket, "flooded");
  socket.resume();
  await flooded;
  const floods = received.filter((text) => text.startsWith('42/lab,["flood",')).length;
  assert.ok(floods < 400, `${floods} of 400 were sent`);
  assert.ok(floods > 0);
  socket.close();
});

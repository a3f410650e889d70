// SPDX-License-Identifier: MIT
// Socket.IO 5 as its specification has it, message by message, on a server in the shape of conformance-server:
// node socket-conformance.test.mjs SERVER [ARGUMENT …]
// https://github.com/socketio/socket.io/blob/main/docs/socket.io-protocol/v5-current.md
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { openPolling, openSocket } from "./raw.mjs";
import { startServer } from "./support.mjs";

const path = "/socket.io/";

let server; // with time for slow machines
let strict; // as the public suites want it

before(async () => {
  const command = process.argv.slice(2);
  const common = [...command, "--ping-interval", "300", "--exit-with-input"];
  server = await startServer(...common, "--ping-timeout", "20000", "--connect-timeout", "20000");
  strict = await startServer(...common, "--ping-timeout", "20000", "--connect-timeout", "1000");
});

after(() => Promise.all([server.stop(), strict.stop()]));

const open = () => openSocket(server.url, path);

/** The data of a text message that begins with `prefix`. */
async function data(socket, prefix) {
  const text = await socket.receive();
  assert.ok(typeof text === "string" && text.startsWith(prefix), `${text} does not begin with ${prefix}`);
  return JSON.parse(text.slice(prefix.length));
}

async function connected(nameSpace = "") {
  const socket = await open();
  socket.send(`40${nameSpace}`);
  await data(socket, `40${nameSpace}`);
  await data(socket, `42${nameSpace}`); // the greeting
  return socket;
}

describe("connecting", () => {
  test("to the main namespace", async () => {
    const socket = await open();
    socket.send("40");
    const reply = await data(socket, "40");
    assert.deepEqual(Object.keys(reply), ["sid"]);
    assert.notEqual(reply.sid, socket.handshake.sid);
    assert.deepEqual(await data(socket, "42"), ["auth", {}]);
    socket.close();
  });

  test("with an auth payload", async () => {
    const socket = await open();
    socket.send('40{"token":"123","deep":{"list":[1,null,"ü"]}}');
    await data(socket, "40");
    assert.deepEqual(await data(socket, "42"), ["auth", { token: "123", deep: { list: [1, null, "ü"] } }]);
    socket.close();
  });

  for (const [name, message] of [
    ["to a namespace", '40/custom,{"token":"abc"}'],
    ["to a namespace without its comma", "40/custom"],
  ]) {
    test(name, async () => {
      const socket = await open();
      socket.send(message);
      const reply = await data(socket, "40/custom,");
      assert.deepEqual(Object.keys(reply), ["sid"]);
      assert.deepEqual(await data(socket, "42/custom,"), ["auth", message.includes("abc") ? { token: "abc" } : {}]);
      socket.close();
    });
  }

  test("to two namespaces on one connection", async () => {
    const socket = await connected();
    socket.send("40/custom,");
    await data(socket, "40/custom,");
    await data(socket, "42/custom,");
    socket.send('42["message","one"]', '42/custom,["message","two"]');
    assert.deepEqual(await data(socket, "42"), ["message-back", "one"]);
    assert.deepEqual(await data(socket, "42/custom,"), ["message-back", "two"]);
    socket.close();
  });

  test("to a namespace that does not exist, which ends nothing", async () => {
    const socket = await open();
    socket.send("40/random,");
    assert.deepEqual(await data(socket, "44/random,"), { message: "Invalid namespace" });
    socket.send("40");
    await data(socket, "40");
    socket.close();
  });

  test("over long-polling", async () => {
    const session = await openPolling(server.url, path);
    await session.post('40{"token":"123"}');
    const [reply, greeting] = await session.receive(2);
    assert.deepEqual(Object.keys(JSON.parse(reply.slice(2))), ["sid"]);
    assert.equal(greeting, '42["auth",{"token":"123"}]');
    await session.post('42["message",1]\x1e427["message-with-ack",2]');
    assert.deepEqual(await session.receive(2), ['42["message-back",1]', "437[2]"]);
  });

  test("in time", async () => {
    const socket = await openSocket(strict.url, path);
    await socket.closed();
    const session = await openPolling(strict.url, path);
    await session.ended();
  });
});

describe("disconnecting", () => {
  for (const [name, leave, stay] of [
    ["from the main namespace", "", "/custom,"],
    ["from another namespace", "/custom,", ""],
  ]) {
    test(`${name}, and coming back`, async () => {
      const socket = await connected(leave);
      socket.send(`40${stay}`);
      await data(socket, `40${stay}`);
      await data(socket, `42${stay}`);
      socket.send(`41${leave}`, `42${stay}["message","still here"]`);
      assert.deepEqual(await data(socket, `42${stay}`), ["message-back", "still here"]);
      socket.send(`40${leave}`);
      await data(socket, `40${leave}`);
      socket.close();
    });
  }
});

describe("events", () => {
  for (const nameSpace of ["", "/custom,"]) {
    test(`come back ${nameSpace ? "in a namespace" : "in the main namespace"}`, async () => {
      const socket = await connected(nameSpace);
      socket.send(`42${nameSpace}["message",1,"2",{"3":[true]},null]`);
      assert.deepEqual(await data(socket, `42${nameSpace}`), ["message-back", 1, "2", { 3: [true] }, null]);
      socket.send(`42${nameSpace}456["message-with-ack",1,"2",{"3":[false]}]`);
      assert.deepEqual(await data(socket, `43${nameSpace}456`), [1, "2", { 3: [false] }]);
      socket.close();
    });
  }

  test("without arguments, and with the ack id 0", async () => {
    const socket = await connected();
    socket.send('420["message-with-ack"]');
    assert.deepEqual(await data(socket, "430"), []);
    socket.close();
  });

  test("with bytes", async () => {
    const socket = await connected();
    const bytes = [Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6])];
    socket.send('452-["message",{"_placeholder":true,"num":0},{"deep":[{"_placeholder":true,"num":1}]}]', ...bytes);
    assert.deepEqual(await data(socket, "452-"), [
      "message-back", { _placeholder: true, num: 0 }, { deep: [{ _placeholder: true, num: 1 }] },
    ]);
    assert.deepEqual([await socket.receive(), await socket.receive()], bytes);
    socket.send('452-789["message-with-ack",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]', ...bytes);
    assert.deepEqual(await data(socket, "462-789"), [{ _placeholder: true, num: 0 }, { _placeholder: true, num: 1 }]);
    assert.deepEqual([await socket.receive(), await socket.receive()], bytes);
    socket.close();
  });

  test("with as many attachments as there may be", async () => {
    const socket = await connected();
    const places = Array.from({ length: 10 }, (_, num) => ({ _placeholder: true, num }));
    socket.send(`4510-${JSON.stringify(["message", ...places])}`, ...places.map(({ num }) => Buffer.from([num])));
    assert.deepEqual(await data(socket, "4510-"), ["message-back", ...places]);
    socket.close();
  });

  test("with bytes over long-polling", async () => {
    const session = await openPolling(server.url, path);
    await session.post("40");
    await session.receive(2);
    await session.post('451-["message",{"_placeholder":true,"num":0}]\x1ebAQIDBA==');
    assert.deepEqual(await session.receive(2), ['451-["message-back",{"_placeholder":true,"num":0}]', "bAQIDBA=="]);
  });

  test("that nobody listens to change nothing", async () => {
    const socket = await connected();
    socket.send('42["nobody listens"]', "43999[]", '42["message"]');
    assert.deepEqual(await data(socket, "42"), ["message-back"]);
    socket.close();
  });
});

describe("a violation closes the connection:", () => {
  const bytes = '451-["message",{"_placeholder":true,"num":0}]';
  for (const [name, ...frames] of [
    ["an event before CONNECT", '42["message"]'],
    ["an acknowledgement before CONNECT", "431[]"],
    ["a DISCONNECT before CONNECT", "41"],
    ["an event in another namespace", "40", '42/custom,["message"]'],
    ["a second CONNECT", "40", "<wait>", "40"],
    ["a CONNECT_ERROR", "40", "<wait>", '44{"message":"No"}'],
    ["an unknown type", "40", "4abc"],
    ["type 7", "40", '47["message"]'],
    ["an empty message", "40", "4"],
    ["a CONNECT with an array", "40[]"],
    ["a CONNECT with a string", '40"auth"'],
    ["a CONNECT with broken JSON", "40{"],
    ["a DISCONNECT with a payload", "40", '41{"a":1}'],
    ["an event that is no array", "40", "42{}"],
    ["an event that is a string", "40", '42"message"'],
    ["an event without a name", "40", "42[]"],
    ["an event named by an object", "40", "42[{}]"],
    ["an event of broken JSON", "40", '42["message"'],
    ["an event with something behind", "40", '42["message"]x'],
    ["an ack id that is none", "40", '42abc["message-with-ack"]'],
    ["a negative ack id", "40", '42-1["message-with-ack"]'],
    ["an acknowledgement that is no array", "40", "431{}"],
    ...["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"].map((event) => [
      `the reserved event ${event}`, "40", `42["${event}"]`,
    ]),
    ["bytes that nobody announced", "40", Buffer.from([1])],
    ["text where bytes are awaited", "40", bytes, '42["message"]'],
    ["more attachments than there may be", "40", '4511-["message",{"_placeholder":true,"num":0}]'],
    ["no attachments", "40", '450-["message"]'],
    ["a negative number of attachments", "40", '45-1-["message"]'],
    ["half an attachment", "40", '450.5-["message"]'],
    ["attachments without a number", "40", '45["message"]'],
    ["a number of attachments that is none", "40", '45x-["message"]'],
    ["a place for bytes that do not come", "40", '451-["message",{"_placeholder":true,"num":1}]', Buffer.from([1])],
    ["a place for bytes at a string", "40", '451-["message",{"_placeholder":true,"num":"0"}]', Buffer.from([1])],
    ["binary with a reserved name", "40", '451-["connect",{"_placeholder":true,"num":0}]', Buffer.from([1])],
  ]) {
    test(name, async () => {
      const socket = await open();
      for (const frame of frames) {
        frame === "<wait>" ? await data(socket, "40") : socket.send(frame);
      }
      await socket.closed();
    });
  }

  test("and no other", async () => {
    const [good, bad] = await Promise.all([connected(), connected()]);
    bad.send("4abc");
    await bad.closed();
    good.send('42["message"]');
    assert.deepEqual(await data(good, "42"), ["message-back"]);
    good.close();
  });

  test("over long-polling, too", async () => {
    const session = await openPolling(server.url, path);
    await session.post("40");
    await session.receive(2);
    await session.post("4abc").catch(() => {}); // it may close the connection, too
    await session.ended();
  });
});

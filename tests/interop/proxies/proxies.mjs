// SPDX-License-Identifier: MIT
// An HTTP and a SOCKS proxy on free ports, both for the user frida with the password s3cret; their ports are the one line
// of output. Ends with its standard input. The environment variable FRONTDESK_PROXY_MODULES says where the packages are.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const load = createRequire(`${process.env.FRONTDESK_PROXY_MODULES}/`);
const { Server } = await import(pathToFileURL(load.resolve("proxy-chain")));
const { createServer } = load("@pondwader/socks5-server");
const [username, password] = ["frida", "s3cret"];

const http = new Server({
  host: "127.0.0.1",
  port: 0,
  prepareRequestFunction: (request) => ({ requestAuthentication: request.username !== username || request.password !== password }),
});
await http.listen();

const socks = createServer({ auth: { username, password } });
await new Promise((listening) => socks.listen(0, "127.0.0.1", listening));

process.stdout.write(`ready ${JSON.stringify({ http: http.port, socks: socks.server.address().port })}\n`);
process.stdin.resume().once("end", () => process.exit(0));

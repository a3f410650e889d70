// SPDX-License-Identifier: MIT
// What the interoperability scripts share: npm packages from the build tree, programs that announce where they listen, waiting.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

/** Loads an npm package from the folder that the environment variable FRONTDESK_NODE_MODULES names. */
export const load = createRequire(`${process.env.FRONTDESK_NODE_MODULES}/`);

/**
 * Starts a server program that prints `ready URL` as its first line.
 * @returns {Promise<{url: string, process: import("node:child_process").ChildProcess, stop: () => Promise<void>}>} `stop` waits for its end.
 */
export async function startServer(program, ...args) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", reject);
  });
  const firstLine = new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  const line = await Promise.race([firstLine, exited.then((code) => `ended with ${code}`)]);
  if (!line.startsWith("ready ")) {
    throw new Error(`${program}: ${line}`);
  }
  const stop = async () => {
    child.stdin.end();
    child.kill("SIGTERM");
    await exited;
  };
  return { url: line.slice("ready ".length), process: child, stop };
}

/** The arguments of the next `event` of an emitter; rejects after `patience` milliseconds. */
export function next(emitter, event, patience = 20_000) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} in ${patience} ms`)), patience);
    emitter.once(event, (...args) => {
      clearTimeout(timer);
      resolve(args);
    });
  });
}

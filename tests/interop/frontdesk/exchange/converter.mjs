// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes CSV by Papa Parse and vCards by ical.js: the argument says what to do with the standard input, the answer is on the output.
// The environment variable FRONTDESK_EXCHANGE_MODULES says where the packages are.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const load = createRequire(`${process.env.FRONTDESK_EXCHANGE_MODULES}/`);
const Papa = load("papaparse");
const { default: ICAL } = await import(pathToFileURL(load.resolve("ical.js")));

const input = readFileSync(0, "utf8");
const jobs = {
  "read-csv": () => JSON.stringify(Papa.parse(input, { skipEmptyLines: true }).data),
  "write-csv": () => Papa.unparse(JSON.parse(input), { delimiter: ";", escapeFormulae: true }),
  // jCard (RFC 7095); one card alone is not in a list.
  "read-vcards": () => {
    const cards = ICAL.parse(input);
    return JSON.stringify(typeof cards[0] === "string" ? [cards] : cards);
  },
  "write-vcards": () =>
    JSON.parse(input)
      .map((card) => ICAL.stringify(card))
      .join("\r\n"),
};
process.stdout.write(jobs[process.argv[2]]());

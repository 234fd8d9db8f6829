// Times jieba-rs (npm's @node-rs/jieba) as eng/README.md tells: node --expose-gc jieba-rs.mjs TEXT INPUT MODULES
// It gives strings only. INPUT is what it is given: strings, or buffers of UTF-8, which spare it a conversion.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [text, input, modules] = process.argv.slice(2);
const native = input === "buffers" ? (line) => Buffer.from(line) : (line) => line;
const lines = readFileSync(text, "utf8").split("\n").filter((line) => line.length > 0).map(native);
const milliseconds = (since) => Number(process.hrtime.bigint() - since) / 1e6;
const resident = () => (globalThis.gc(), process.memoryUsage.rss() / 1e6);

const before = resident();
let start = process.hrtime.bigint();
const require = createRequire(join(modules, "node_modules", "peers.js"));
const { Jieba } = require("@node-rs/jieba");
const jieba = Jieba.withDict(require("@node-rs/jieba/dict").dict);
const load = milliseconds(start);
start = process.hrtime.bigint();
jieba.cut(native("工业企业复工复产"), true);
const first = milliseconds(start);
console.log(`${load.toFixed(3)}\t${first.toFixed(3)}`);

function pass() {
  let count = 0;
  for (const line of lines) count += jieba.cut(line, true).length;
  return count;
}

let memory;
for await (const go of createInterface({ input: process.stdin })) {
  let tokens = 0, passes = 0;
  const processor = process.cpuUsage();
  start = process.hrtime.bigint();
  do {
    tokens = pass();
    passes++;
  } while (milliseconds(start) < Number(go));
  const elapsed = milliseconds(start) / 1e3;
  const { user, system } = process.cpuUsage(processor);
  memory ??= (resident() - before).toFixed(1);
  console.log([(elapsed / passes).toFixed(6), ((user + system) / 1e6 / passes).toFixed(6), tokens, memory].join("\t"));
}

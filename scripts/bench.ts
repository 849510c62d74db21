/**
 * Codec speed as ratios to a hand-written unchecked decoder, in one process, in interleaved
 * rounds, with every struct of abi/ in use. `npm run bench [case…]` names the cases to run;
 * `npm run bench -- --record` writes the result to scripts/bench/results.json.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { structs, xen_memory_exchange } from '../abi/index.js';
import { codec, existsOn, x86_64 } from '../src/index.js';
import { handWritten } from './bench/exchange.js';
import { interleave, median } from './bench/measure.js';

const STRUCTS = 2048;
const { size } = codec(xen_memory_exchange, x86_64);

/** Structs back to back from an odd address on, so that no field is aligned. */
function sample(): Uint8Array {
  const bytes = new Uint8Array(STRUCTS * size + 3).subarray(3);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 7 + (i >> 8)) & 0x3f;
  return bytes;
}

/** Makes the process like a real one: many struct types live in both engines. */
function useAllStructs(): number {
  let used = 0;
  for (const type of structs.filter((one) => existsOn(one, x86_64))) {
    for (const engine of ['generated', 'interpreted'] as const) {
      const c = codec(type, x86_64, { engine });
      const bytes = new Uint8Array(c.size + 8);
      for (let i = 0; i < 300; i++) c.encodeInto(c.decode(bytes, i & 7) as never, bytes, i & 7);
    }
    used++;
  }
  return used;
}

const bytes = sample();
const target = sample();
const hand = handWritten(bytes);
const handTarget = handWritten(target);
const generated = codec(xen_memory_exchange, x86_64);
const interpreted = codec(xen_memory_exchange, x86_64, { engine: 'interpreted' });
const values = Array.from({ length: STRUCTS }, (_, i) => generated.decode(bytes, i * size));
/** Results stay reachable, as a caller's would. */
const kept: unknown[] = Array.from({ length: 64 });

const cases = {
  'decode: by hand, unchecked': () => {
    for (let i = 0; i < STRUCTS; i++) kept[i & 63] = hand.decode(i * size);
  },
  'decode: generated': () => {
    for (let i = 0; i < STRUCTS; i++) kept[i & 63] = generated.decode(bytes, i * size);
  },
  'decode: interpreted': () => {
    for (let i = 0; i < STRUCTS / 32; i++) kept[i & 63] = interpreted.decode(bytes, i * size);
  },
  'encodeInto: by hand, unchecked': () => {
    for (let i = 0; i < STRUCTS; i++) handTarget.encodeInto(values[i]!, i * size);
  },
  'encodeInto: generated': () => {
    for (let i = 0; i < STRUCTS; i++) generated.encodeInto(values[i]!, target, i * size);
  },
  'encodeInto: interpreted': () => {
    for (let i = 0; i < STRUCTS / 32; i++) interpreted.encodeInto(values[i]!, target, i * size);
  },
  'encode: generated, fresh bytes each': () => {
    for (let i = 0; i < STRUCTS; i++) kept[i & 63] = generated.encode(values[i]!);
  },
};

const used = useAllStructs();
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const chosen = Object.entries(cases).filter(
  ([name]) =>
    wanted.length === 0 || name.includes('by hand') || wanted.some((w) => name.includes(w)),
);
const times = interleave(chosen, 300);
const perStruct = (name: string): number =>
  median(times.get(name)!) / (name.includes('interpreted') ? STRUCTS / 32 : STRUCTS);

const ratios: Record<string, number> = {};
for (const [name] of chosen) {
  const base = name.startsWith('decode')
    ? 'decode: by hand, unchecked'
    : 'encodeInto: by hand, unchecked';
  ratios[name] = Number((perStruct(name) / perStruct(base)).toFixed(2));
  console.log(`${name.padEnd(38)} ${ratios[name].toFixed(2).padStart(8)}`);
}
const machine = `Node ${process.version}, ${process.arch}, ${cpus()[0]?.model.trim() ?? 'unknown CPU'}`;
console.log(
  `\nxen_memory_exchange, x86_64, ${size} bytes, unaligned; ${used} struct types in use; ${machine}`,
);
if (process.argv.includes('--record')) {
  const file = fileURLToPath(new URL('../../scripts/bench/results.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify({ machine, structTypes: used, ratios }, null, 2)}\n`);
}

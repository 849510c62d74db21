import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import {
  hypercallNumbers,
  interfaceMeaning,
  interfaces,
  loadHypercall,
  releaseName,
} from '../../../abi/index.js';
import { unaliased } from '../../../src/schema/index.js';
import { decoded, type Example, examples } from './examples.js';

/*
 * One call for each row of the tables: registers and bytes (`examples/*.jsonl`), and the words that
 * they say (`examples/*.txt`), which were read beside the headers. Words that a change makes better
 * are written by `vitest -u`, and read again. What they rest on is checked on a second path: where
 * compilers place each field (`test/golden/releases.json.br`, see `test/abi/releases.test.ts`), the
 * bytes must be the number that is shown.
 */
test.each(examples)('%s says what its examples say', async (name, rows) => {
  const texts = await Promise.all(
    rows.map(async (row) => {
      const { abi, interface: its = 'xen-4.17' } = row;
      return [`[${abi}, ${its}]`, ...(await decoded(row)).words, ''].join('\n');
    }),
  );
  await expect(texts.join('\n')).toMatchFileSnapshot(`./examples/${name}.txt`);
});

it('has an example for each row', async () => {
  const missing: string[] = [];
  for (const number of hypercallNumbers) {
    const { name, operations, elements } = (await loadHypercall(number))!;
    const there = new Set(examples.find(([file]) => file === name)?.[1].map(({ row }) => row));
    const need = (row: string): void => {
      if (!there.has(row)) missing.push(`${name} ${row}`);
    };
    const all = (operations ?? elements)?.operations;
    if (!all || name === 'paging_domctl_cont') need(name);
    else
      for (const one of [...all, ...(name === 'memory_op' ? interfaces['pin-v4'] : [])])
        if (one.next) for (const step of one.next.operations) need(`${one.name} ${step.name}`);
        else need(one.name);
  }
  expect(missing).toEqual([]);
});

interface Fact {
  readonly on: readonly string[];
  readonly size: number;
  readonly fields: readonly string[];
}
const facts = JSON.parse(
  brotliDecompressSync(
    readFileSync(new URL('../../golden/releases.json.br', import.meta.url)),
  ).toString(),
) as {
  releases: readonly string[];
  abis: readonly string[];
  structs: Readonly<Record<string, readonly Fact[]>>;
};

const isAmong = (list: string, index: number): boolean =>
  list.split(',').some((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return index >= from && index <= to;
  });

/** What compilers make of a struct on an example's architecture and release. */
function factOf(name: string, { abi, interface: its = 'xen-4.17' }: Example): Fact | undefined {
  const release = facts.releases.indexOf(releaseName(interfaceMeaning(its)!.release));
  const place = facts.abis.indexOf(abi);
  expect(release * place, its).toBeGreaterThanOrEqual(0);
  const all = facts.structs[`struct ${name}`] ?? facts.structs[`union ${name}`] ?? [];
  return all.find(({ on }) =>
    on.some((one) => {
      const [abis = '', releases = ''] = one.split(':');
      return abis.includes(String(place)) && isAmong(releases, release);
    }),
  );
}

type Bits = readonly [first: number, width: number];
/** The bits of each field, by its path; of array elements those of the first. */
function placesIn({ fields }: Fact): ReadonlyMap<string, Bits> {
  const places = new Map<string, Bits>();
  for (const line of fields) {
    const [path = '', a = '', b = '', c = ''] = line.replace(/ \d+x\d+$/, '').split(' ');
    const bits: Bits = a === 'bits' ? [Number(b), Number(c)] : [Number(a) * 8, Number(b) * 8];
    places.set(path, bits);
    // A handle is one field here; to a compiler it is a pointer `p`, on some a union with `q`.
    if (/\.[pq]$/.test(path)) places.set(path.slice(0, -2), bits);
  }
  return places;
}

function bitsAt(bytes: Uint8Array, [first, width]: Bits): bigint {
  const own = bytes.subarray(Math.floor(first / 8), Math.ceil((first + width) / 8));
  const whole = own.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return BigInt.asUintN(width, whole >> BigInt(first % 8));
}

type Leaf = readonly [path: string, value: unknown];
/** The numbers of a JSON value, with their paths; arrays of numbers as one. */
function* leavesOf(value: unknown, path: string): Generator<Leaf> {
  if (Array.isArray(value) && typeof value[0] === 'object')
    for (const [i, one] of value.entries()) yield* leavesOf(one, `${path}[${i}]`);
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [name, one] of Object.entries(value))
      yield* leavesOf(one, path === '' ? name : `${path}.${name}`);
  else yield [path, value];
}

const isNumber = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && /^(-?\d+|0x[\da-f]+)$/.test(value));

/** What is not as compilers place it: the fields of a value, in bytes that begin at `base`. */
function misplaced(
  value: unknown,
  bytes: Uint8Array,
  fact: Fact,
  words: readonly string[] | undefined,
): { wrong: string[]; compared: number } {
  const places = placesIn(fact);
  const wrong: string[] = [];
  let compared = 0;
  for (const [path, leaf] of leavesOf(value, '')) {
    // Compilers' facts have the first element of an array.
    if (/\[[1-9]\d*\]/.test(path) || (Array.isArray(leaf) && leaf.length === 0)) continue;
    const bits = places.get(path.replaceAll('[0]', '[]'));
    const all = Array.isArray(leaf) ? leaf : [leaf];
    if (!all.every(isNumber)) continue;
    if (!bits) {
      wrong.push(`${path} is nowhere`);
      continue;
    }
    const [first, width] = [bits[0], bits[1] / all.length];
    for (const [i, one] of all.entries()) {
      const own = bitsAt(bytes, [first + i * width, width]);
      compared++;
      if (own !== BigInt.asUintN(width, BigInt(one)))
        wrong.push(`${path}: ${one}, and the bytes say ${own}`);
    }
    const line = words?.find((text) => text.replace(/^ *\*? */, '').startsWith(`${path} `));
    if (line === undefined || all.length > 1) continue;
    const number = BigInt(all[0]!);
    const said = line.slice(line.indexOf(path) + path.length);
    // A name, a text or a list says it otherwise.
    if (
      !said.includes(`${number}`) &&
      !said.includes(number.toString(16)) &&
      !/[A-Za-z"]/.test(said)
    )
      wrong.push(`${path}: ${number}, and the line says ${said.trim()}`);
  }
  return { wrong, compared };
}

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** The bytes of an example from an address on. */
function bytesFrom(example: Example, address: string, which: 'before' | 'after'): Uint8Array {
  for (const fragment of example.memory) {
    const bytes = fromHex((which === 'after' ? fragment.after : undefined) ?? fragment.before);
    const from = Number(BigInt(address) - BigInt(fragment.address));
    if (from >= 0 && from < bytes.length) return bytes.subarray(from);
  }
  return new Uint8Array(0);
}

interface Json {
  readonly argument: { address: string; before: unknown; after: unknown } | null;
  readonly lists: readonly {
    path: string;
    address: string;
    before: unknown[] | null;
    after: unknown[] | null;
  }[];
}

describe.each(examples)('%s', (_, rows) => {
  it('shows what compilers have at the places of the fields', async () => {
    for (const row of rows) {
      const { call, json, words } = await decoded(row);
      const { argument, lists } = json as Json;
      for (const which of ['before', 'after'] as const) {
        const value = argument?.[which];
        if (value) {
          const fact = factOf(call.argument!.type.name!, row);
          const bytes = bytesFrom(row, argument.address, which);
          const said = which === 'before' && !argument.after ? words : undefined;
          if (fact) expect(misplaced(value, bytes, fact, said).wrong, row.row).toEqual([]);
          else expect(call.argument!.type.name, row.row).toMatch(/^xen_unpin$/);
        }
        for (const [i, list] of lists.entries()) {
          const elements = list[which];
          const type = call.lists[i]?.type && unaliased(call.lists[i].type);
          if (!elements || !type || call.lists[i]!.path !== list.path) continue;
          const bytes = bytesFrom(row, list.address, which);
          const fact = type.kind === 'struct' ? factOf(type.name!, row) : undefined;
          const size = fact?.size ?? 0;
          for (const [k, element] of elements.entries()) {
            if (fact) {
              const own = bytes.subarray(k * size, (k + 1) * size);
              expect(
                misplaced(element, own, fact, undefined).wrong,
                `${row.row} ${list.path}`,
              ).toEqual([]);
            } else if (isNumber(element)) {
              const width = Math.floor(bytes.length / elements.length) * 8;
              const own = bitsAt(bytes, [k * width, width]);
              expect(BigInt.asUintN(width, BigInt(element)), `${row.row} ${list.path}`).toBe(own);
            }
          }
        }
      }
    }
  });
});

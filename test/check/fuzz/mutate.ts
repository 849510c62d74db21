import type { Random } from './random.js';

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

/** What sizes, counts and offsets are when somebody means harm. */
const INTERESTING = [
  0n,
  1n,
  0x7fn,
  0x80n,
  0xffn,
  0x7fffn,
  0xffffn,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_fff0n,
  0xffff_ffffn,
  0x1_0000_0000n,
  0x1f_ffff_ffff_ffffn,
  0x20_0000_0000_0000n,
  0x7fff_ffff_ffff_ffffn,
  0xffff_ffff_ffff_ffffn,
];

const replaced = (bytes: Uint8Array, at: number, removed: number, by: Uint8Array): Uint8Array => {
  const all = new Uint8Array(bytes.length - removed + by.length);
  all.set(bytes.subarray(0, at));
  all.set(by, at);
  all.set(bytes.subarray(at + removed), at + by.length);
  return all;
};

const piece = (bytes: Uint8Array, random: Random, most: number): Uint8Array => {
  const length = 1 + random(Math.min(most, bytes.length));
  const from = random(bytes.length - length + 1);
  return bytes.slice(from, from + length);
};

const MUTATIONS: readonly Mutation[] = [
  function flipBit(bytes, random) {
    bytes[random(bytes.length)]! ^= 1 << random(8);
    return bytes;
  },
  function setByte(bytes, random) {
    bytes[random(bytes.length)] = random(256);
    return bytes;
  },
  function setField(bytes, random) {
    const size = 2 ** random(4);
    const value = INTERESTING[random(INTERESTING.length)]!;
    const at = random(Math.max(bytes.length - size, 1));
    for (let i = 0; i < size && at + i < bytes.length; i++)
      bytes[at + i] = Number((value >> BigInt(8 * i)) & 0xffn);
    return bytes;
  },
  function nudgeField(bytes, random) {
    const at = random(bytes.length);
    bytes[at] = bytes[at]! + random(9) - 4;
    return bytes;
  },
  function extendUleb(bytes, random) {
    const more = new Uint8Array(1 + random(20)).fill(random(2) === 0 ? 0x80 : 0xff);
    const at = random(bytes.length);
    return random(2) === 0
      ? replaced(bytes, at, Math.min(more.length, bytes.length - at), more)
      : replaced(bytes, at, 0, more);
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random(bytes.length));
  },
  function remove(bytes, random) {
    const length = 1 + random(Math.min(16, bytes.length));
    return replaced(bytes, random(bytes.length - length + 1), length, new Uint8Array(0));
  },
  function repeat(bytes, random) {
    return replaced(bytes, random(bytes.length), 0, piece(bytes, random, 256));
  },
  /** Thousands of one unit, one entry, one header or one name. */
  function multiply(bytes, random) {
    const part = piece(bytes, random, 24);
    const many = new Uint8Array(part.length * 2 ** random(11));
    for (let at = 0; at < many.length; at += part.length) many.set(part, at);
    return replaced(bytes, random(bytes.length), 0, many);
  },
  /** A number that refers to its own place, or near it. */
  function pointHere(bytes, random) {
    const at = random(bytes.length);
    const value = Math.max(at - random(64), 0);
    for (let i = 0; i < 4 && at + i < bytes.length; i++) bytes[at + i] = (value >> (8 * i)) & 0xff;
    return bytes;
  },
  function copyOver(bytes, random) {
    const part = piece(bytes, random, 64);
    bytes.set(part, random(bytes.length - part.length + 1));
    return bytes;
  },
  function splice(bytes, random, other) {
    if (other.length === 0) return bytes;
    const part = piece(other, random, 512);
    const at = random(bytes.length);
    return replaced(bytes, at, Math.min(part.length, bytes.length - at), part);
  },
];

/** A file with one to eight changes; `other` is what is spliced in. */
export function mutated(file: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let bytes: Uint8Array = file.slice();
  for (let left = 1 + random(8); left > 0 && bytes.length > 0; left--)
    bytes = MUTATIONS[random(MUTATIONS.length)]!(bytes, random, other);
  return bytes;
}

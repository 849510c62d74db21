import { test } from 'vitest';
import {
  aligned,
  bits,
  chars,
  enumeration,
  flags,
  handle,
  perAbi,
  pointer,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  unnamedBits,
  unsigned_int,
  unsigned_long,
  type IntegerType,
} from '../../src/schema/index.js';
import { testRefused } from './refused.js';

const u = uint32_t;
const word = perAbi('word', { x86_32: uint32_t }, uint64_t);
const text = chars(4) as unknown as IntegerType;

testRefused([
  [() => bits(u, 0), 'bit-field: width 0 is not in 1..64'],
  [() => bits(uint64_t, 65), 'bit-field: width 65 is not in 1..64'],
  [() => bits(u, 0.5), 'bit-field: width 0.5 is not in 1..64'],
  [() => unnamedBits(u, -1), 'bit-field: width -1 is not in 1..64'],
  [() => bits(text, 3), 'bit-field: the storage unit is no integer'],
  [() => bits(pointer() as never, 4), 'bit-field: the storage unit is no integer'],
  [() => struct('s', { a: u, b: bits(uint8_t, 9) }), 's.b: 9 bits do not fit uint8_t anywhere'],
  [
    () => struct('s', { b: bits(unsigned_int, 33) }),
    's.b: 33 bits do not fit unsigned int anywhere',
  ],
  [
    () => struct('s', { a: u, _: unnamedBits(uint16_t, 17) }),
    's._: 17 bits do not fit uint16_t anywhere',
  ],
  [
    () => struct('s', { a: bits(typedef('flag_t', uint8_t), 9) }),
    's.a: 9 bits do not fit flag_t anywhere',
  ],

  // A bug once: width 0 was let through, and layoutOf threw a TypeError.
  [() => unnamedBits(text, 0), 'bit-field: the storage unit is no integer'],

  // What flags and parts cannot be; `1 << 31` is negative in JavaScript.
  [() => flags('f', u, { TOP: 1 << 31 }), 'f.TOP: flag -2147483648 is negative'],
  [() => flags('f', u, { TOP: 2 ** 32 }), 'f.TOP: flag 0x100000000 does not fit uint32_t'],
  [() => flags('f', uint8_t, { A: 0x100 }), 'f.A: flag 0x100 does not fit uint8_t'],
  [() => flags('f', u, {}, { p: { shift: -1, width: 8 } }), 'f.p: shift -1 is not in 0..63'],
  [() => flags('f', u, {}, { p: { shift: 0.5, width: 8 } }), 'f.p: shift 0.5 is not in 0..63'],
  [() => flags('f', u, {}, { p: { shift: 0, width: 0 } }), 'f.p: width 0 is not in 1..64'],
  [() => flags('f', u, {}, { p: { shift: 0, width: NaN } }), 'f.p: width NaN is not in 1..64'],
  [
    () => flags('f', u, {}, { p: { shift: 30, width: 3 } }),
    'f.p: bits 30 to 32 do not fit uint32_t',
  ],
  [
    () => flags('f', u, {}, { p: { shift: 0, width: 3, bias: 0.5 } }),
    'f.p: bias 0.5 is no integer',
  ],

  [() => aligned(6, u, 'u6'), 'u6: alignment 6 is no power of two'],
  [() => typedef('a b', u), 'a b: is not a C identifier'],
  [() => enumeration('a b', u, {}), 'a b: is not a C identifier'],
  [() => flags('', u, {}), ': is not a C identifier'],
  [() => enumeration('e', u, { A: 0.5 }), 'e.A: value 0.5 is no integer'],
  [() => flags('f', uint64_t, { A: 2 ** 53 }), 'f.A: value 9007199254740992 is no integer'],
  [() => enumeration('e', text, { A: 0 }), 'e: names values of something that is no integer'],
  [() => handle('H', u, text), 'H: the storage of a handle is no integer'],
  [() => perAbi('p', { x86_32: text }, u), 'p: is made of something that is no integer'],
  [() => perAbi('q', { x86_32: u }, text), 'q: is made of something that is no integer'],
  [
    () => perAbi('p', { x86_32: u }, unsigned_long, 'number'),
    'p: can be 64 bits wide (unsigned long), so its value must be a bigint',
  ],
]);

test('what looks wrong and is right', () => {
  struct('s', { w: bits(word, 64), l: bits(unsigned_long, 64), _: unnamedBits(uint8_t, 0) });
  perAbi('narrow', { x86_32: uint8_t }, uint16_t, 'number');
  enumeration('negative', u, { ERROR: -1 });
});

test('flags and parts that fill their storage', () => {
  flags('f', uint32_t, { TOP: 0x8000_0000, ALL: 0xffff_ffff, NONE: 0 });
  flags(
    'f',
    word,
    { HIGH: 2 ** 40 },
    { all: { shift: 0, width: 64 }, top: { shift: 63, width: 1 } },
  );
});

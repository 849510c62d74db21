import { describe, expect, test } from 'vitest';
import { xen_memory_exchange, xen_memory_reservation } from '../../abi/index.js';
import type { PaddingSpan } from '../../src/index.js';
import {
  anonymous,
  array,
  bits,
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
  unnamedBits,
} from '../../src/schema/index.js';
import { refusal, subjects, type Subject } from '../support/engines.js';

const inner = struct('inner', { a: uint8_t, b: uint16_t }); // padding: 1
const all = await subjects({
  exchange: xen_memory_exchange,
  reservation: xen_memory_reservation,
  nested: struct('nested', { one: inner, two: array(inner, 2), end: uint8_t, z: uint32_t }),
  merged: struct('merged', { a: uint8_t, _: anonymous(struct(null, { b: uint16_t, c: uint8_t })) }),
  united: struct('united', { u: union(null, { a: uint8_t, b: inner, c: array(uint8_t, 3) }) }),
  bits: struct('bits', {
    a: bits(uint8_t, 3),
    _: unnamedBits(uint8_t, 2),
    b: bits(uint8_t, 1),
    c: uint16_t,
  }),
  tail: struct('tail', { n: uint32_t, m: uint8_t, list: flexible(inner, 'n') }),
});
const of = (name: string, abi = 'x86_64'): Subject[] =>
  all.filter((subject) => subject.name === name && subject.abi === abi);

/** The spans that are heard of in a struct of which every bit is set, at offset 3 of the input. */
function heard({ codec }: Subject, bytes = new Uint8Array(codec.size).fill(0xff)): PaddingSpan[] {
  const input = new Uint8Array(bytes.length + 3);
  input.set(bytes, 3);
  const spans: PaddingSpan[] = [];
  codec.decode(input, 3, { padding: (span) => spans.push(span) });
  return spans;
}

describe.each([
  ...of('exchange').map((subject) => ({
    ...subject,
    spans: [
      { offset: 26, size: 6, owner: ['in'] },
      { offset: 58, size: 6, owner: ['out'] },
    ],
  })),
  ...of('exchange', 'x86_32').map((subject) => ({
    ...subject,
    spans: [
      { offset: 18, size: 2, owner: ['in'] },
      { offset: 38, size: 2, owner: ['out'] },
    ],
  })),
  ...of('nested').map((subject) => ({
    ...subject,
    spans: [
      { offset: 1, size: 1, owner: ['one'] },
      { offset: 5, size: 1, owner: ['two', 0] },
      { offset: 9, size: 1, owner: ['two', 1] },
      { offset: 13, size: 3, owner: [] },
    ],
  })),
  // The anonymous struct's fields are its parent's, and so is its padding.
  ...of('merged').map((subject) => ({
    ...subject,
    spans: [
      { offset: 1, size: 1, owner: [] },
      { offset: 5, size: 1, owner: [] },
    ],
  })),
  // Byte 1 is padding of `b` alone; `c` covers it. Only byte 3 is nobody's: `b` covers it too.
  ...of('united').map((subject) => ({ ...subject, spans: [] })),
  ...of('bits').map((subject) => ({
    ...subject,
    spans: [
      { offset: 0, size: 1, owner: [], mask: 0b11011000 },
      { offset: 1, size: 1, owner: [] },
    ],
  })),
] as (Subject & { spans: PaddingSpan[] })[])('padding of $name on $abi, $engine', (row) => {
  const { spans, ...subject } = row;
  const { codec } = subject;
  const full = new Uint8Array(codec.size).fill(0xff);

  test('is heard of, with offsets in the input', () => {
    expect(heard(subject)).toEqual(spans.map((span) => ({ ...span, offset: span.offset + 3 })));
  });

  test('is not heard of where it is zero', () => {
    const clean = codec.encode(codec.decode(full));
    expect(heard(subject, clean)).toEqual([]);
    expect(codec.decode(clean, 0, { padding: 'reject' })).toEqual(codec.decode(full));
  });

  test('is rejected at its first byte that is not zero', () => {
    for (const { offset, size, owner, mask = 0x80 } of spans) {
      const bytes = codec.encode(codec.decode(full));
      bytes[offset + size - 1]! |= mask;
      const error = refusal(() => codec.decode(bytes, 0, { padding: 'reject' }));
      expect(error).toMatchObject({ code: 'padding', path: owner, offset: offset + size - 1 });
    }
  });

  test('is ignored by default', () => {
    const clean = codec.encode(codec.decode(full));
    expect(codec.decode(full)).toEqual(codec.decode(clean));
    expect(codec.decode(full, 0, {})).toEqual(codec.decode(clean));
    expect(codec.decode(full, 0, { padding: 'ignore' })).toEqual(codec.decode(clean));
  });
});

describe.each(of('tail'))('a flexible array, $engine', (subject) => {
  const bytes = Uint8Array.of(2, 0, 0, 0, 1, 0xff, 1, 0xff, 2, 2, 2, 0, 3, 3, 0xff);

  test('has the padding of its elements; what lies behind it is none', () => {
    expect(heard(subject, bytes)).toEqual([
      { offset: 3 + 5, size: 1, owner: [] },
      { offset: 3 + 7, size: 1, owner: ['list', 0] },
    ]);
  });
});

describe.each(of('reservation'))('who hears of padding, $engine', ({ codec }) => {
  test('may decode other bytes meanwhile', () => {
    const [one, other] = [1, 2].map((byte) => new Uint8Array(codec.size).fill(byte));
    const value = codec.decode(one!, 0, { padding: () => void codec.decode(other!) });
    expect(value).toEqual(codec.decode(one!));
  });

  test('may stop the decoding', () => {
    const stop = new Error('stop');
    const run = (): unknown =>
      codec.decode(new Uint8Array(codec.size).fill(1), 0, {
        padding: () => {
          throw stop;
        },
      });
    expect(run).toThrow(stop);
  });

  test('does not hear of bytes that are too short', () => {
    const short = new Uint8Array(codec.size - 1).fill(1);
    const spans: PaddingSpan[] = [];
    const error = refusal(() => codec.decode(short, 0, { padding: (span) => spans.push(span) }));
    expect(error.code).toBe('length');
    expect(spans).toEqual([]);
  });
});

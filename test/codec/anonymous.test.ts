import { describe, expect, test } from 'vitest';
import {
  anonymous,
  chars,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { hex, refusal, subjects, only } from '../support/engines.js';

const all = await subjects({
  merged: struct('merged', {
    a: uint8_t,
    _: anonymous(
      union(null, {
        whole: uint32_t,
        _: anonymous(
          struct(null, {
            low: uint16_t,
            _: anonymous(union(null, { high: uint16_t, top: chars(2) })),
          }),
        ),
      }),
    ),
  }),
});

describe.each(all.filter(only('merged')))('anonymous members on $abi, $engine', ({ codec }) => {
  const bytes = '0a00000001024142';

  test("have their fields in the parent's object", () => {
    expect(codec.decode(Uint8Array.from(Buffer.from(bytes, 'hex')))).toEqual({
      a: 10,
      whole: 0x42410201,
      low: 0x0201,
      high: 0x4241,
      top: 'AB',
    });
  });

  test.each([
    { whole: 0x42410201 },
    { low: 0x0201, high: 0x4241 },
    { low: 0x0201, top: 'AB' },
    { low: 0x0201, high: 0x4241, top: 'AB', whole: 0x42410201 },
  ])('are encoded from %j', (value) => expect(hex(codec.encode({ a: 10, ...value }))).toBe(bytes));

  test.each([
    [{}, 'missing', [], 4],
    [{ low: 1 }, 'missing', [], 6],
    [{ high: 1 }, 'missing', ['low'], 4],
    [{ whole: 1, top: 'A' }, 'missing', ['low'], 4],
    [{ low: 1, high: 1, top: 'A' }, 'union', [], 6],
    [{ whole: 0, low: 1, high: 0 }, 'union', [], 4],
    [{ whole: 0, stray: 1 }, 'unknown', ['stray'], 0],
  ])('%j is refused: %s', (value, code, path, offset) => {
    expect(refusal(() => codec.encode({ a: 10, ...value }))).toMatchObject({ code, path, offset });
  });

  test('are named by their kind where they disagree', () => {
    const error = refusal(() => codec.encode({ a: 10, whole: 0, low: 1, high: 0 }));
    expect(error.expected).toBe('the anonymous struct to agree with whole on byte 0 of the union');
  });
});

import { describe, expect, test } from 'vitest';
import {
  array,
  bits,
  chars,
  flexible,
  int8_t,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { codec, toRestructure, x86_64 } from '../../src/index.js';
import { hex, refusal, subjects } from '../support/engines.js';

/* Each test names a bug that the properties or a reader found, and that is mended. */

const all = await subjects({
  unionBits: struct('s', { u: union(null, { a: bits(uint16_t, 4), b: uint8_t }) }),
  scratch: struct('s', { V: uint32_t, U64: array(uint8_t, 2), view: chars(2) }),
  plain: struct('s', { a: uint16_t }),
  text: struct('s', { a: chars(2) }),
});
const of = (name: string) => all.filter((subject) => subject.name === name);

// Found by "encodeInto touches the given fields only" on random declarations.
test.each(of('unionBits'))(
  'a bit-field that is a union member wrote its whole storage unit ($abi, $engine)',
  ({ codec }) => {
    const bytes = new Uint8Array(2).fill(0xff);
    codec.encodeInto({ u: { a: 1 } }, bytes);
    expect(hex(bytes)).toBe('f1ff');
    expect(refusal(() => codec.encode({ u: { a: 16 } })).code).toBe('range');
  },
);

// The printer took a field's name in its own output for a use of the scratch variable `V`.
test.each(of('scratch'))(
  'a field named V made a module that could not be loaded ($abi, $engine)',
  ({ codec }) => {
    const value = { V: 1, U64: [2, 3], view: 'a' };
    expect(codec.decode(codec.encode(value))).toEqual(value);
  },
);

describe.each([...of('plain'), ...of('text')])('$name on $abi, $engine', ({ codec }) => {
  const value = codec.decode(new Uint8Array(2));

  // Generated code threw a TypeError, or read what is no Uint8Array as if it were one.
  test.each([
    ['null', null],
    ['undefined', undefined],
    ['a string', 'abcd'],
    ['an array', [1, 2, 3]],
    ['wider elements', new Uint16Array(4)],
    ['clamped elements', new Uint8ClampedArray(4)],
    ['an ArrayBuffer', new ArrayBuffer(4)],
    ['a DataView', new DataView(new ArrayBuffer(4))],
    ['something with a length', { length: 4 }],
  ])('bytes that are none: %s', (_, bytes) => {
    expect(refusal(() => codec.decode(bytes as never)).code).toBe('length');
    const rejecting = (): unknown => codec.decode(bytes as never, 0, { padding: 'reject' });
    expect(refusal(rejecting).code).toBe('length');
    expect(refusal(() => codec.encodeInto(value, bytes as never)).code).toBe('length');
  });

  // A TypeError, too: of an operator in the generated code, of the error's own arithmetic here.
  test.each([
    ['a bigint', 0n],
    ['a string', '0'],
    ['a symbol', Symbol('s')],
    ['null', null],
    ['an object', {}],
  ])('an offset that is none: %s', (_, offset) => {
    const bytes = new Uint8Array(4);
    expect(refusal(() => codec.decode(bytes, offset as never))).toMatchObject({
      code: 'length',
      offset: 0,
    });
    expect(refusal(() => codec.encodeInto(value, bytes, offset as never)).code).toBe('length');
  });

  // It was counted in the place of the field, which is no own property.
  test("an unknown key beside a class's getter was let through by generated code", () => {
    class Wrapper {
      readonly _a = value;
      get a(): unknown {
        return (this._a as { a: unknown }).a;
      }
    }
    expect(refusal(() => codec.encode(new Wrapper()))).toMatchObject({
      code: 'unknown',
      path: ['_a'],
    });
  });

  test("a class's own fields and getters are as good as others'", () => {
    class Own {
      readonly a = (value as { a: unknown }).a;
    }
    class Getter {
      get a(): unknown {
        return (value as { a: unknown }).a;
      }
    }
    expect(hex(codec.encode(new Own()))).toBe('0000');
    expect(hex(codec.encode(new Getter()))).toBe('0000');
  });

  test('a getter that throws is heard, and nothing is written', () => {
    const fault = new Error('mine');
    const bytes = new Uint8Array(2).fill(0xee);
    const thrower = {
      get a(): never {
        throw fault;
      },
    };
    expect(() => codec.encodeInto(thrower, bytes)).toThrow(fault);
    expect(hex(bytes)).toBe('eeee');
  });
});

const item = struct('item', { a: uint8_t, b: uint16_t });
const list = struct('list', { n: uint16_t, items: flexible(item, 'n') });
const it = toRestructure(list, x86_64);

test('errors of toRestructure counted offsets from the start of the struct, not of the stream', () => {
  const wrong = { n: 1, items: [{ a: 256, b: 0 }] };
  const stream = { buffer: new Uint8Array(20), pos: 7 };
  expect(refusal(() => it.encode(stream, wrong))).toMatchObject({ code: 'range', offset: 9 });
});

test('toRestructure threw a RangeError where the stream ends too early', () => {
  const stream = { buffer: new Uint8Array(5), pos: 0 };
  const value = { n: 1, items: [{ a: 1, b: 0 }] };
  expect(refusal(() => it.encode(stream, value))).toMatchObject({ code: 'length', offset: 0 });
});

test('toRestructure threw a TypeError for the size of a value without its list', () => {
  expect(refusal(() => it.size({ n: 1 } as never))).toMatchObject({ code: 'missing' });
});

describe.each(all.filter(({ name }) => ['plain', 'text'].includes(name)))(
  '$name on $abi, $engine',
  ({ codec }) => {
    const good = codec.decode(new Uint8Array(2)) as { a: unknown };

    // BigInt threw a SyntaxError of its own, after the check.
    test.each([0, 1, 2, 3, 4])('a getter whose answer changes after %i times', (times) => {
      let asked = 0;
      const fickle = {
        get a(): unknown {
          return asked++ < times ? good.a : { not: 'a value' };
        },
      };
      const bytes = new Uint8Array(2).fill(0xee);
      try {
        codec.encodeInto(fickle, bytes);
        expect(hex(bytes)).toBe('0000');
      } catch (error) {
        expect(error).toMatchObject({ name: 'AbiError', code: 'type', path: ['a'] });
        expect(hex(bytes)).toBe('eeee');
      }
    });

    // Fields are enumerable, as literals, JSON and decode make them; others are still encoded.
    test('a field that is not enumerable', () => {
      const alone = Object.defineProperty({}, 'a', { value: good.a });
      expect(hex(codec.encode(alone))).toBe('0000');
    });

    test('what only looks like an object of fields', () => {
      const value = Object.assign([], { a: good.a });
      expect(refusal(() => codec.encode(value))).toMatchObject({ code: 'type', path: [] });
    });
  },
);

// Found by "any bytes are a value or an AbiError" on random declarations.
test('a negative length was read as a large one where the bytes have room for it', () => {
  const type = struct('s', { n: bits(int8_t, 2), list: flexible(uint8_t, 'n') });
  const it = codec(type, x86_64);
  expect(it.decode(Uint8Array.of(1, 9, 9, 9))).toEqual({ n: 1, list: [9] });
  expect(refusal(() => it.decode(Uint8Array.of(3, 9, 9, 9)))).toMatchObject({
    code: 'length',
    path: ['list'],
    expected: '-1 elements',
  });
});

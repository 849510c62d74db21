import { describe, expect, test } from 'vitest';
import { structs, xen_memory_exchange } from '../../abi/index.js';
import {
  bindCodecs,
  codec,
  layoutOf,
  pairGenerated,
  x86_32,
  x86_64,
  type Abi,
} from '../../src/index.js';
import {
  array,
  bits,
  DeclarationError,
  int32_t,
  perAbi,
  struct,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';
import { generate } from '../support/generated.js';

const wide = perAbi('wide', {}, uint32_t, 'bigint');
const mine = struct('mine', { a: uint32_t });
const generated = await generate({ mine });

describe('codec', () => {
  test('is the same object for the same declaration, architecture and engine', () => {
    expect(codec(xen_memory_exchange, x86_64)).toBe(codec(xen_memory_exchange, x86_64));
    expect(codec(xen_memory_exchange, x86_64, { engine: 'generated' })).toBe(
      codec(xen_memory_exchange, x86_64),
    );
    const interpreted = codec(xen_memory_exchange, x86_64, { engine: 'interpreted' });
    expect(interpreted).toBe(codec(xen_memory_exchange, x86_64, { engine: 'interpreted' }));
    expect(interpreted).not.toBe(codec(xen_memory_exchange, x86_64));
    expect(codec(xen_memory_exchange, x86_32)).not.toBe(codec(xen_memory_exchange, x86_64));
  });

  test('has the layout, and its size and alignment', () => {
    for (const type of structs) {
      if (!(type.abis?.includes(x86_32.name) ?? true)) continue;
      const it = codec(type, x86_32);
      expect(it.layout).toBe(layoutOf(type, x86_32));
      expect([it.type, it.abi, it.size, it.align]).toEqual([
        type,
        x86_32,
        it.layout.size,
        it.layout.align,
      ]);
      expect(Object.isFrozen(it)).toBe(true);
    }
  });

  test('is interpreted when asked, and where nothing is generated', () => {
    expect(codec(xen_memory_exchange, x86_64).engine).toBe('generated');
    expect(codec(xen_memory_exchange, x86_64, { engine: 'interpreted' }).engine).toBe(
      'interpreted',
    );
    expect(codec(mine, x86_64).engine).toBe('interpreted');
  });

  test('takes generated codecs beside its own, by the identity of the declaration', () => {
    expect(codec(mine, x86_64, { generated }).engine).toBe('generated');
    expect(codec(mine, x86_64, { generated, engine: 'interpreted' }).engine).toBe('interpreted');
    expect(codec(xen_memory_exchange, x86_64, { generated }).engine).toBe('generated');
    expect(codec(struct('mine', { a: uint32_t }), x86_64, { generated }).engine).toBe(
      'interpreted',
    );
    expect(codec(mine, x86_64).engine, 'passing them changes nothing for others').toBe(
      'interpreted',
    );
  });

  test('knows nothing of an architecture that nothing was generated for', () => {
    const other: Abi = { ...x86_64, name: 'other' };
    expect(codec(xen_memory_exchange, other).engine).toBe('interpreted');
    expect(codec(xen_memory_exchange, other).size).toBe(72);
    // A bug once: Object.prototype.constructor was taken for a generated codec.
    const named: Abi = { ...x86_64, name: 'constructor' };
    expect(codec(mine, named, { generated }).engine).toBe('interpreted');
  });

  // A bug once: the name alone chose the code, which read 72 bytes of x86_64's layout.
  test('does not take an architecture for ours by its name', () => {
    const own: Abi = { ...x86_64, sizes: x86_32.sizes, aligns: x86_32.aligns };
    const it = codec(xen_memory_exchange, own);
    expect([it.engine, it.size]).toEqual(['interpreted', layoutOf(xen_memory_exchange, own).size]);
    expect(codec(xen_memory_exchange, { ...x86_64 }).engine).toBe('interpreted');
  });

  // A bug once: a new one at each call.
  test('is the same object for the same generated codecs, too', () => {
    expect(codec(mine, x86_64, { generated })).toBe(codec(mine, x86_64, { generated }));
    const others = new Map(generated);
    expect(codec(mine, x86_64, { generated: others })).not.toBe(codec(mine, x86_64, { generated }));
    expect(codec(mine, x86_64, { generated, engine: 'interpreted' })).toBe(
      codec(mine, x86_64, { engine: 'interpreted' }),
    );
  });

  // A bug once: it read the fields of the old declaration, and went by their names.
  test.each([
    ['a field more', struct('mine', { a: uint32_t, b: uint32_t })],
    ['another name', struct('mine', { b: uint32_t })],
    ['another sign', struct('mine', { a: int32_t })],
    ['another kind of value', struct('mine', { a: wide })],
    ['a bit-field', struct('mine', { a: bits(uint32_t, 31) })],
    ['an array', struct('mine', { a: array(uint8_t, 4) })],
  ])('refuses code that was generated before the declaration changed: %s', (_, changed) => {
    const stale = new Map([[changed, generated.get(mine)!]]);
    expect(() => codec(changed, x86_64, { generated: stale })).toThrow(
      new DeclarationError(
        'mine',
        null,
        'its generated codec for x86_64 is of another layout: generate it again',
      ),
    );
    expect(codec(changed, x86_64, { generated: stale, engine: 'interpreted' }).type).toBe(changed);
  });

  test('fails where the declaration does not exist', () => {
    const only = struct('only', { a: uint32_t }, { abis: ['x86_32'] });
    expect(codec(only, x86_32).size).toBe(4);
    expect(() => codec(only, x86_64)).toThrow('only: does not exist on x86_64');
  });
});

test('bindCodecs without generated codecs interprets all', () => {
  expect(bindCodecs()(xen_memory_exchange, x86_64).engine).toBe('interpreted');
});

test('pairGenerated pairs what a module exports with what was generated from it', () => {
  const byAbi = { x86_64: generated.get(mine)!['x86_64']! };
  const pairs = pairGenerated({ mine, other: 5 }, { mine: byAbi });
  expect([...pairs]).toEqual([[mine, byAbi]]);
});

// A bug once: the codec of a declaration that is not there was kept under the key undefined.
test.each([[{}], [{ mine: 5 }], [Object.create({ mine }) as object]])(
  'pairGenerated misses the declaration of a codec: %#',
  (declarations) => {
    const codecs = { mine: generated.get(mine)! };
    expect(() => pairGenerated({ ...declarations }, codecs)).toThrow(
      new DeclarationError('mine', null, 'has a generated codec and no declaration'),
    );
  },
);

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
import { struct, uint32_t } from '../../src/schema/index.js';
import { generate } from '../support/generated.js';

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

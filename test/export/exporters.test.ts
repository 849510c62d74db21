import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { xen_memory_exchange, xen_memory_reservation } from '../../abi/index.js';
import { type ExporterName, exporters, layoutRecord } from '../../src/export/index.js';
import { type Abi, layoutOf, x86_32, x86_64 } from '../../src/layout/index.js';
import { DeclarationError, struct, uint64_t } from '../../src/schema/index.js';
import { runs } from '../support/values.js';
import { abis, exported, xenOn } from './declarations.js';

const names = Object.keys(exporters) as ExporterName[];

describe.each(names)('%s', (name) => {
  const print = exporters[name];

  it('prints every declaration of Xen on every architecture, and names it', () => {
    for (const abi of abis) {
      for (const type of xenOn(abi)) {
        const text = print([type], abi);
        expect(text, `${type.name} ${abi.name}`).toContain(abi.name);
        expect(text.toLowerCase()).toContain(type.name);
      }
      expect(print(xenOn(abi), abi).endsWith('\n')).toBe(true);
    }
  });

  it('prints every random declaration', () => {
    fc.assert(
      fc.property(exported(), ([type, abi]) => {
        const text = print([type], abi);
        expect(text).toContain(abi.name);
        expect(text).toContain('generated');
        // `undefined` is the name of a field now and then; these are none.
        expect(text).not.toMatch(/NaN|\[object |native code/);
      }),
      runs(100),
    );
  });

  it('prints a struct once, however often it is given or held', () => {
    const twice = print([xen_memory_reservation, xen_memory_exchange], x86_64);
    const definitions = new RegExp(
      {
        c: 'define XENABI_xen_memory_reservation ',
        'c-types': '^struct xen_memory_reservation \\{',
        rust: 'pub struct xen_memory_reservation ',
        ksy: '^  xen_memory_reservation:',
        imhex: '^struct xen_memory_reservation ',
        json: '"struct":"xen_memory_reservation"',
      }[name],
      'gm',
    );
    expect(twice.match(definitions)).toHaveLength(1);
  });

  it('takes a data model of somebody else', () => {
    const m68k: Abi = { ...x86_32, name: 'm68k', aligns: { 1: 1, 2: 2, 4: 2, 8: 2 } };
    const text = print([struct('mine', { a: uint64_t })], m68k);
    expect(text).toContain('m68k');
  });

  it('refuses a struct that the architecture lacks', () => {
    const type = struct('arm_only', { a: uint64_t }, { abis: ['arm32', 'arm64'] });
    expect(() => print([type], x86_64)).toThrow(DeclarationError);
    expect(() => print([type], x86_64)).toThrow('arm_only: does not exist on x86_64');
  });
});

test('json is a line for each struct, as layout --json prints them', () => {
  const lines = exporters.json(xenOn(x86_32), x86_32).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    xenOn(x86_32).map((type) => layoutRecord(layoutOf(type, x86_32), x86_32)),
  );
});

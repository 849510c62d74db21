import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as memory from '../../abi/memory.js';
import * as xen from '../../abi/xen.js';
import { codecs as memoryCodecs } from '../../src/generated/memory.js';
import { codecs as xenCodecs } from '../../src/generated/xen.js';
import { type Generated, pairGenerated, type SlowEngine } from '../../src/codec/index.js';
import { layoutOf, type Layout } from '../../src/layout/index.js';
import type { Type } from '../../src/schema/index.js';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { abis } from '../support/engines.js';
import { generate } from '../support/generated.js';
import { bytesOf, decoded, runs } from '../support/values.js';

/*
 * Generated code leaves all that is suspicious to the other engine, so it would be right, and
 * slow, if it left everything. Here the other engine is one that fails.
 */
const used = (): never => {
  throw new Error('the other engine was used');
};
const failing: SlowEngine = {
  decode: used,
  encodeInto: used,
  tooShort: used,
  checkPadding: used,
};

interface Row {
  readonly name: string;
  readonly layout: Layout;
  readonly generated: Generated;
}
const rows = (codecs: ReadonlyMap<Type, Readonly<Record<string, Generated>>>): Row[] =>
  [...codecs].flatMap(([type, byAbi], i) =>
    abis
      .filter(({ name }) => byAbi[name])
      .map((abi) => ({
        name: `${i}, ${'name' in type ? type.name : type.kind} on ${abi.name}`,
        layout: layoutOf<Type>(type, abi),
        generated: byAbi[abi.name]!,
      })),
  );

const specs = deterministic(40, 2);
const random = await generate(
  Object.fromEntries(specs.map((spec, i) => [`r${i}`, buildStruct('random', spec)])),
);
const all = [
  ...rows(pairGenerated(memory, memoryCodecs)),
  ...rows(pairGenerated(xen, xenCodecs)),
  ...rows(random),
];

describe('generated code alone', () => {
  test.each(all)('decodes and encodes what is right: $name', ({ layout, generated }) => {
    const engine = generated.engine(failing);
    const times = runs(2);
    fc.assert(
      fc.property(bytesOf(layout.size), (bytes) => void engine.decode(bytes)),
      times,
    );
    // So it is for bit-fields inside unions.
    if (engine.encodeInto === failing.encodeInto) return;
    const bytes = new Uint8Array(layout.size);
    fc.assert(
      fc.property(decoded(layout), (value) => engine.encodeInto(value, bytes)),
      times,
    );
  });

  test('encodes most layouts', () => {
    const encoding = all.filter(
      ({ generated }) => generated.engine(failing).encodeInto !== failing.encodeInto,
    );
    expect(encoding.length).toBeGreaterThan(all.length * 0.6);
  });

  test('leaves to the other engine what is wrong', () => {
    for (const { generated } of all) {
      const engine = generated.engine(failing);
      expect(() => engine.decode(new Uint8Array(0))).toThrow('the other engine was used');
      expect(() => engine.encodeInto(null, new Uint8Array(999))).toThrow();
    }
  });
});

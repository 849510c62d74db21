import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  callToJson,
  codec,
  createCallDecoder,
  readCapture,
  type DecodedCall,
} from '../../src/index.js';
import { jsonLines, xenabi } from '../cli/run.js';
import { expectedOf } from './oracle.js';

const RECORDINGS = [
  ['real-xen-x86_64', 468],
  ['real-xen-x86_32', 465],
  ['real-xen-arm64', 460],
  ['linux-boot-x86_64', 284],
] as const;

describe.each(RECORDINGS)('%s', (name, count) => {
  const file = `test/corpus/${name}.jsonl`;
  const text = readFileSync(new URL(`../corpus/${name}.jsonl`, import.meta.url), 'utf8');
  const decoded: DecodedCall[] = [];
  const errors: unknown[] = [];

  beforeAll(async () => {
    let decode: ReturnType<typeof createCallDecoder>;
    for await (const record of readCapture([new TextEncoder().encode(text)]))
      if (record.kind === 'capture') decode = createCallDecoder(record, codec);
      else if (record.kind === 'call') decoded.push(decode!(record));
      else errors.push(record);
  });

  it(`has ${count} calls and no bad line`, () => {
    expect(errors).toEqual([]);
    expect(decoded).toHaveLength(count);
  });

  it('says what an independent reader says', () => {
    const expected = [...expectedOf(text)];
    expect(expected).toHaveLength(count);
    for (const [i, want] of expected.entries()) {
      const { warnings, ...line } = callToJson(decoded[i]!) as Record<string, unknown>;
      expect(line, `call ${i} ${String(want['label'])}`).toEqual(want);
      expect(warnings).toBeInstanceOf(Array);
    }
  });

  it('has a value wherever the argument is in a fragment of the call', () => {
    const found = decoded.filter(({ call, argument, abi }) => {
      if (!argument) return false;
      const size = BigInt(codec(argument.type, abi).size);
      return call.memory.some(
        ({ address, before }) =>
          address <= argument.address && argument.address + size <= address + BigInt(before.length),
      );
    });
    expect(found.length).toBeGreaterThan(count / 2);
    for (const { argument } of found) expect(argument?.before?.value).toBeDefined();
  });

  it('wants zero of no field of a call that Xen did', () => {
    const wanting = decoded.filter(({ warnings }) =>
      warnings.some(({ code }) => code === 'must-be-zero'),
    );
    for (const { call } of wanting) expect(call.result, call.label).toBeLessThan(0n);
  });

  it('is printed the same by the command line', () => {
    const { status, stdout, stderr } = xenabi(['decode', '--json', file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(jsonLines(stdout)).toEqual(decoded.map((call) => callToJson(call)));
  });
});

import { describe, expect, it } from 'vitest';
import { type Call, readCapture } from '../../src/index.js';
import { at, call, decodeAll, header, le, reservation } from './decoding.js';

const encoder = new TextEncoder();

/** What is said of a call with these fragments; nothing where it is read. */
async function saidOf(...memory: readonly object[]): Promise<string | undefined> {
  const { errors } = await decodeAll([header(), call(['0x2'], memory)]);
  return errors[0]?.error.message;
}

describe('fragments that overlap', () => {
  it.each<[string, readonly object[]]>([
    ['twice the same', [at('0x1000', '0102'), at('0x1000', '0102')]],
    ['one inside another', [at('0x1001', '02'), at('0x2000', '00'), at('0x1000', '010203')]],
    ['ends that meet', [at('0x1000', '0102', '0903'), at('0x1001', '02', '03')]],
    ['one without bytes', [at('0x1000', '0102'), at('0x1001', '')]],
    [
      'a short one after a long one that reaches further',
      [at('0x1000', '01020304'), at('0x1001', '02'), at('0x1002', '0304')],
    ],
    ['after, and no after that says the same', [at('0x1000', '01', '01'), at('0x1000', '01')]],
  ])('agree: %s', async (_, memory) => {
    expect(await saidOf(...memory)).toBeUndefined();
  });

  it.each<[string, readonly object[], string]>([
    [
      'before',
      [at('0x1001', '07'), at('0x1000', '0102')],
      'memory[0]: has 0x7 at 0x1001 before the call, and memory[1] has 0x2',
    ],
    [
      'after',
      [at('0x1000', '0102', '0105'), at('0x1001', '02', '06')],
      'memory[1]: has 0x6 at 0x1001 after the call, and memory[0] has 0x5',
    ],
    [
      'one says that nothing changed',
      [at('0x1000', '0102', '0105'), at('0x1001', '02')],
      'memory[1]: has 0x2 at 0x1001 after the call, and memory[0] has 0x5',
    ],
    [
      'behind a shorter one in between',
      [at('0x1000', '01020304'), at('0x1001', '02'), at('0x1003', '05')],
      'memory[2]: has 0x5 at 0x1003 before the call, and memory[0] has 0x4',
    ],
    [
      'one by value',
      [at('0x1000', '0102'), { address: '0x1001', list: 'uint8_t', values: [3] }],
      'memory[1]: has 0x3 at 0x1001 before the call, and memory[0] has 0x2',
    ],
  ])('disagree %s: the byte is named', async (_, memory, message) => {
    expect(await saidOf(...memory)).toBe(`line 2, ${message}`);
  });

  it('are one memory', async () => {
    const argument = reservation(0x2000, 2);
    const { lines, errors } = await decodeAll([
      header(),
      call(
        ['0x6', '0x1000'],
        [
          at('0x1000', argument),
          at('0x1000', argument.slice(0, 16)),
          at('0x2000', le(8, 1), le(8, 9)),
          at('0x2004', `00000000${le(8, 2)}`),
        ],
      ),
    ]);
    expect(errors).toEqual([]);
    expect(lines[0]!.lists[0]).toMatchObject({ before: ['0x1', '0x2'], after: ['0x9', '0x2'] });
  });
});

describe('a fragment by value', () => {
  it('of a struct that the architecture lacks', async () => {
    const memory = [{ address: '0x1000', struct: 'arch_vcpu_info', value: {} }];
    const { errors } = await decodeAll([header('riscv64'), call(['0x2'], memory)]);
    expect(errors[0]!.error.message).toBe(
      'line 2, memory[0]: "arch_vcpu_info" does not exist on riscv64',
    );
  });

  it('of more bytes than a call may have is refused before it has any', async () => {
    const values = `[${'0,'.repeat(100_000)}0]`;
    const line = `{"kind":"call","hypercall":12,"args":[],"memory":[{"address":"0x0","list":"shared_info","values":${values}}]}`;
    const { errors } = await decodeAll(`${JSON.stringify(header())}\n${line}\n`);
    expect(errors[0]!.error.message).toBe(
      "line 2, memory[0]: goes past 33554432 bytes, the most of one call's memory",
    );
  });
});

it('is read from chunks of one byte', async () => {
  const text = [header(), call(['0x2'], [at('0x1000', '00')])].map((l) => JSON.stringify(l));
  const bytes = encoder.encode(text.join('\n'));
  const calls: Call[] = [];
  for await (const record of readCapture(Array.from(bytes, (byte) => Uint8Array.of(byte))))
    if (record.kind === 'call') calls.push(record);
  expect(calls).toHaveLength(1);
});

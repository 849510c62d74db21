import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BadLine, type CaptureRecord, readCapture } from '../../src/index.js';
import { at, call, decodeAll, header, le, reservation } from './decoding.js';

const text = (...lines: readonly (object | string)[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

const good = call(['0x2']);

/** The one error of a capture, as data and as its sentence. */
async function errorOf(input: string | Uint8Array) {
  const { errors } = await decodeAll(input);
  expect(errors).toHaveLength(1);
  const { error, index } = errors[0]!;
  const { code, line, path, offset, message } = error;
  return { code, line, path, offset, index, message };
}

describe('a line that is none', () => {
  it('is told with its number, place and the index of its call; reading goes on', async () => {
    const first = text(header(), good);
    const input = `${first}\n{"kind":"call",oops}\n\n${text(good)}\n`;
    const { lines } = await decodeAll(input);
    expect(lines.map(({ call }) => call)).toEqual([0, 2]);
    expect(await errorOf(input)).toMatchObject({
      code: 'json',
      line: 3,
      path: '',
      offset: first.length + 1,
      index: 1,
    });
  });

  it.each<[string, string]>([
    ['7', 'line 2: is no JSON object'],
    ['[]', 'line 2: is no JSON object'],
    ['null', 'line 2: is no JSON object'],
    ['{}', 'line 2, kind: is missing'],
    ['{"kind":null}', 'line 2, kind: is missing'],
    ['{"kind":"cal"}', 'line 2, kind: "cal" is none of capture, call and struct'],
    ['{"kind":{}}', 'line 2, kind: an object is none of capture, call and struct'],
    ['\u001b[31m', 'line 2: is no JSON'],
  ])('%j', async (line, message) => {
    const error = await errorOf(text(header(), line, good, ''));
    expect(error.message).toContain(message);
    // eslint-disable-next-line no-control-regex
    expect(error.message).not.toMatch(/[\u0000-\u001f]/);
  });
});

describe('a call', () => {
  const A = '0x1000';
  const refused: readonly (readonly [more: object, message: string])[] = [
    [{ args: undefined }, 'args: is missing'],
    [{ args: {} }, 'args: is no array'],
    [{ args: ['0x6', null] }, 'args[1]: null is no integer'],
    [{ args: ['0xg'] }, 'args[0]: "0xg" is no integer'],
    [{ args: ['-0x1'] }, 'args[0]: "-0x1" is no integer'],
    [{ args: ['-1'] }, 'args[0]: does not fit 64 bits'],
    [{ args: ['0x10000000000000000'] }, 'args[0]: does not fit 64 bits'],
    [{ args: [2 ** 53] }, 'args[0]: 9007199254740992 is past 2^53: write it as a string'],
    [{ args: [1.5] }, 'args[0]: 1.5 is no integer'],
    [{ args: ['9'.repeat(1e6)] }, 'args[0]: does not fit 64 bits'],
    [{ args: ['z'.repeat(1e6)] }, `args[0]: ${'z'.repeat(40)}… is no command of xen-4.17`],
    [{ args: ['0x1', 'z'.repeat(1e6)] }, `args[1]: ${'z'.repeat(40)}… is no whole number`],
    [{ hypercall: 'z'.repeat(1e6) }, `hypercall: ${'z'.repeat(40)}… is no hypercall`],
    [{ result: `-E${'Z'.repeat(1e6)}` }, `result: "-E${'Z'.repeat(38)}…" is no integer`],
    [{ hypercall: undefined }, 'hypercall: is missing'],
    [{ hypercall: '-12' }, 'hypercall: "-12" is no whole number'],
    [{ hypercall: -1 }, 'hypercall: -1 is no whole number'],
    [{ label: 5 }, 'label: is no string'],
    [{ domid: 65536 }, 'domid: 65536 does not fit 16 bits'],
    [{ parent: '0' }, 'parent: "0" is no whole number'],
    [{ result: 'ok' }, 'result: "ok" is no integer'],
    [{ result: `${2n ** 64n}` }, 'result: does not fit 64 bits'],
    [{ memory: {} }, 'memory: is no array'],
    [{ memory: [5] }, 'memory[0]: is no object'],
    [{ memory: [{ before: '00' }] }, 'memory[0].address: is missing'],
    [{ memory: [at('0x10000000000000000', '')] }, 'memory[0].address: does not fit 64 bits'],
    [
      { memory: [at('0xffffffffffffffff', '0000')] },
      'memory[0]: runs past the end of the address space',
    ],
    [{ memory: [at(A, '000')] }, 'memory[0].before: has an odd number of digits (3)'],
    [{ memory: [at(A, '0g')] }, "memory[0].before: 'g' at digit 1 is no hexadecimal digit"],
    [{ memory: [at(A, '00 11')] }, 'memory[0].before: U+0020 at digit 2'],
    [{ memory: [at(A, '00\u001b')] }, 'memory[0].before: U+001B at digit 2'],
    [{ memory: [{ address: A, before: 5 }] }, 'memory[0].before: is no string of hexadecimal'],
    [{ memory: [at(A, '00', '0000')] }, 'memory[0].after: has 2 bytes, and before has 1'],
    [{ memory: [at(A, '0000', '00')] }, 'memory[0].after: has 1 byte, and before has 2'],
    [{ result: 2 ** 64 }, 'result: does not fit 64 bits'],
    [{ result: '18446744073709551616' }, 'result: does not fit 64 bits'],
  ];

  it.each(refused.map(([more, message]) => [message, more] as const))(
    '%s',
    async (message, more) => {
      const input = text(header(), { ...good, ...more }, good, '');
      const error = await errorOf(input);
      expect(error.message).toContain(`line 2, ${message}`);
      expect(error.message.length).toBeLessThan(200);
      expect(error).toMatchObject({ code: 'capture', index: 0, offset: text(header()).length + 1 });
    },
  );

  it('may have fragments of no bytes, anywhere', async () => {
    const memory = [at(A, le(8, 0, 0)), at('0x1004', ''), at('0x1010', '')];
    const { errors } = await decodeAll([header(), call(['0x2'], memory)]);
    expect(errors).toEqual([]);
  });

  it.each(['args', 'label', 'memory', 'result', 'hypercall'])('of a deep %s', async (key) => {
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    const line = JSON.stringify(call([])).replace('{', `{"${key}":[${deep}],`);
    const last = `{"kind":"call","hypercall":12,"args":[],"${key}":[${deep}]}`;
    const { errors } = await decodeAll(text(header(), line, last, ''));
    expect(errors.at(-1)!.error.message).toMatch(/^line 3, /);
  });
});

describe('a header', () => {
  it.each<[object, string]>([
    [{ version: 2 }, 'version: is 2; this reader knows 1'],
    [{ version: undefined }, 'version: is missing; this reader knows 1'],
    [{ version: '1' }, 'version: is "1"; this reader knows 1'],
    [{ abi: 'amd64' }, 'abi: "amd64" is no architecture; it is x86_64 here'],
    [{ abi: undefined }, 'abi: is missing; there are'],
    [{ abi: '__proto__' }, 'abi: "__proto__" is no architecture'],
    [{ interface: 'xen-4.4' }, 'interface: "xen-4.4" is unknown; there are xen-4.13 to xen-4.22,'],
    [{ source: 5 }, 'source: is no string'],
    [{ domain: { domid: -1 } }, 'domain.domid: -1 is no whole number'],
  ])('%j: one error stands for all', async (more, message) => {
    const { errors, lines } = await decodeAll([{ ...header(), ...more }, good, good]);
    expect(lines).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.error.message).toContain(`line 1, ${message}`);
  });

  it('that is missing', async () => {
    expect(await errorOf(text(good, good, ''))).toMatchObject({ line: 1, path: 'kind' });
  });

  it('may come after lines that are none', async () => {
    const { errors, lines } = await decodeAll(['# a note', 'another', header(), good]);
    expect(errors.map(({ error }) => error.line)).toEqual([1]);
    expect(lines).toMatchObject([{ call: 0 }]);
  });

  // The first version decoded the calls of the second capture as those of the first.
  it('in the middle that is none ends the capture before it', async () => {
    const bad = { ...header(), version: 2 };
    const { errors, lines } = await decodeAll([header(), good, bad, good, good, header(), good]);
    expect(errors.map(({ error }) => error.line)).toEqual([3]);
    expect(lines).toHaveLength(2);
  });

  it('is not looked for without end', async () => {
    let read = 0;
    function* chunks(): Generator<Uint8Array> {
      for (;;) {
        read++;
        yield new TextEncoder().encode('no capture\n');
      }
    }
    for await (const { kind } of readCapture(chunks())) expect(kind).toBe('error');
    expect(read).toBe(100);
  });
});

describe('a file', () => {
  it('cut anywhere in its last line says where; what comes before is there', async () => {
    const whole = new TextEncoder().encode(
      text(header(), good, call(['0x6', '0x1000'], [at('0x1000', reservation(0, 0))]), ''),
    );
    const start = whole.subarray(0, -1).lastIndexOf(10) + 1;
    for (let size = start + 1; size < whole.length - 1; size++) {
      const { lines } = await decodeAll(whole.subarray(0, size));
      expect(lines).toHaveLength(1);
      expect(await errorOf(whole.subarray(0, size))).toEqual({
        code: 'truncated',
        line: 3,
        path: '',
        offset: start,
        index: 1,
        message: `line 3: the file ends in the middle of this line, at byte ${size}`,
      });
    }
    for (const size of [start, whole.length - 1])
      expect((await decodeAll(whole.subarray(0, size))).errors).toEqual([]);
  });

  it('may have CRLF, a byte order mark and empty lines', async () => {
    const input = `\ufeff${text(header(), '', good, '   ')}\n`.replaceAll('\n', '\r\n');
    const { errors, lines } = await decodeAll(input);
    expect(errors).toEqual([]);
    expect(lines).toHaveLength(1);
  });

  it('of nothing has nothing', async () => {
    expect(await decodeAll('')).toEqual({ calls: [], lines: [], vectors: [], errors: [] });
  });

  it('that is none gives one sentence', async () => {
    const binary = readFileSync(process.execPath).subarray(0, 1e6);
    const { message } = await errorOf(binary);
    expect(message).toMatch(/^line 1: is no JSON: \P{C}*$/u);
    expect(message.length).toBeLessThan(300);
  });

  it('may have an enormous line, which is skipped in constant memory', async () => {
    const mebibyte = new Uint8Array(2 ** 20).fill(0x20);
    function* chunks(): Generator<Uint8Array> {
      yield new TextEncoder().encode(`${text(header())}\n`);
      for (let i = 0; i < 300; i++) yield mebibyte;
      yield new TextEncoder().encode(`\n${text(good)}\n`);
    }
    const records: (CaptureRecord | BadLine)[] = [];
    for await (const record of readCapture(chunks())) records.push(record);
    expect(records.map(({ kind }) => kind)).toEqual(['capture', 'error', 'call']);
    expect(records[1]).toMatchObject({
      error: { message: 'line 2: has 314572800 bytes; a line has 67108864 at the most' },
    });
  });
});

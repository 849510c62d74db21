import { describe, expect, it } from 'vitest';
import { createClient, describeTarget } from '../../src/record/index.js';
import { createStub } from './stub.js';

/** What is made of a stub that describes itself so, by file and offset. */
const described = async (answer: (file: string, offset: number) => string) => {
  const stub = createStub({
    architecture: '',
    registers: [],
    counter: '',
    steps: [],
    answer(body) {
      const [, file, offset] = /^qXfer:features:read:([^:]*):([\da-f]+),/.exec(body) ?? [];
      return file === undefined ? undefined : answer(file, parseInt(offset!, 16));
    },
  });
  return describeTarget(await createClient(stub));
};
const machine = '<architecture>i386:x86-64</architecture>';

describe('a description', () => {
  it('is put together of what it includes, each once, without comments', async () => {
    const files: Readonly<Record<string, string>> = {
      'target.xml': `${machine}<xi:include href="core.xml"/><xi:include href="core.xml"/>`,
      'core.xml':
        '<reg name="a" bitsize="32"/><!-- <reg name="b" bitsize="8"/> --><reg name="c" bitsize="64" regnum="7"/>',
    };
    const { registers } = await described((file) => `l${files[file]}`);
    expect([...registers]).toEqual([
      ['a', { offset: 0, size: 4 }],
      ['c', { offset: 4, size: 8 }],
    ]);
  });

  it.each<[string, (file: string, offset: number) => string]>([
    ['goes on', () => `m${'x'.repeat(4095)}`],
    ['gives nothing more', () => 'm'],
    ['always includes another', (file) => `l<xi:include href="${file}x"/>${'x'.repeat(60_000)}`],
  ])('that %s has no end', async (_, answer) => {
    await expect(described(answer)).rejects.toMatchObject({
      code: 'malformed',
      message: expect.stringMatching(/^.{1,64} has no end$/),
    });
  });

  // Each of these was looked at to the end of all from each of its beginnings.
  it.each(['<!--', '<xi:include ', '<reg '])('of %s over and over is read once', async (part) => {
    const text = part.repeat(2 ** 18 / part.length);
    await expect(described(() => `l${text}`)).rejects.toThrow('does not say its architecture');
  });

  it.each(['', 'bitsize="0"', 'bitsize="x"', 'bitsize="12"', 'bitsize="64" regnum="x"'])(
    'has no register of %j',
    async (size) => {
      const text = `l${machine}<reg name="a" ${size}/>`;
      await expect(described(() => text)).rejects.toMatchObject({ code: 'malformed' });
    },
  );

  it('is said not to be there in few words', async () => {
    const files = (file: string) =>
      file === 'target.xml' ? `l<xi:include href="${'x'.repeat(9999)}"/>` : 'E00';
    await expect(described(files)).rejects.toThrow(/^.{1,120}$/);
  });
});

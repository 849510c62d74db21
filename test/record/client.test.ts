import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Wire } from '../../src/record/index.js';
import { packetOf } from '../../src/record/packet.js';

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** A stub that answers what `answer` says, in as many packets: to `\x03` an interrupt's. */
function wireOf(answer: (body: string) => readonly string[]) {
  const sent: string[] = [];
  const out: Uint8Array[] = [];
  let wake = (): void => {};
  const wire: Wire = {
    send(bytes) {
      const text = latin1(bytes);
      const body = /^\$(.*)#..$/.exec(text)?.[1] ?? text;
      sent.push(body);
      if (body !== '+') out.push(...answer(body).map(packetOf));
      wake();
    },
    chunks: (async function* () {
      for (;;) {
        while (out.length > 0) yield out.shift()!;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    })(),
    close() {},
  };
  return { wire, sent };
}

/** The same with wrong checksums, from some chunk on. */
async function* spoilt(chunks: AsyncIterable<Uint8Array>, from: number) {
  let at = 0;
  for await (const chunk of chunks)
    yield ++at < from ? chunk : Uint8Array.from(chunk, (byte, i) => (i === 1 ? byte ^ 1 : byte));
}

describe('a client', () => {
  afterEach(() => void vi.useRealTimers());

  // An error was taken for a stop by a signal, and answered for ever.
  it.each(['E01', '', 'OK', 'T', 'F0'])('does not take %j for a stop', async (answer) => {
    const client = await createClient(wireOf(() => [answer]).wire);
    await expect(client.resume('c')).rejects.toMatchObject({
      code: 'refused',
      message: `the stub does not let the target run (${answer})`,
    });
  });

  it('reads over what the program prints', async () => {
    const { wire } = wireOf((body) => (body === 'c' ? ['O6869', 'O0a', 'T05'] : ['']));
    const client = await createClient(wire);
    expect(await client.resume('c')).toBe('T05');
  });

  it('does not wait for ever for a target that it interrupted', async () => {
    vi.useFakeTimers();
    const ends = new AbortController();
    const { wire, sent } = wireOf((body) => (body === 'c' || body === '\x03' ? [] : ['']));
    const client = await createClient(wire);
    const stop = client.resume('c', ends.signal);
    vi.advanceTimersByTime(3_600_000);
    ends.abort();
    vi.advanceTimersByTime(10_000);
    await expect(stop).rejects.toMatchObject({ code: 'silent' });
    expect(sent.at(-1)).toBe('\x03');
  });

  it('lets the target go once: a running one would be stopped by the question', async () => {
    const { wire, sent } = wireOf(() => ['OK']);
    const client = await createClient(wire);
    await client.detach();
    await client.detach();
    expect(sent.filter((body) => body === 'D')).toHaveLength(1);
  });

  it.each([1, 2])('does not ask for ever for a packet that is broken (chunk %i)', async (from) => {
    const { wire, sent } = wireOf(() => ['OK']);
    const broken: Wire = { ...wire, chunks: spoilt(wire.chunks, from) };
    await expect(createClient(broken)).rejects.toMatchObject({ code: 'malformed' });
    expect(sent.length).toBeLessThan(10);
  });
});

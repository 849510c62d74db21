import { fromHex } from '../capture/index.js';
import type { Client } from './client.js';
import { RecordError } from './record-error.js';
import { littleEndian } from '../codec/index.js';

/** A register in the stub's answer to `g`. */
interface Place {
  /** Bytes from its beginning. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
}

/** What a stub says that it is (GDB manual, appendix G, "Target Descriptions"). */
export interface Target {
  /** `i386:x86-64`, `i386`, `aarch64`, `arm`. */
  readonly architecture: string;
  readonly registers: ReadonlyMap<string, Place>;
}

/** Characters asked for at once. */
const PIECE = 0xfff;
/** Characters of a description with all that it includes: no stub's is as long. */
const MOST = 2 ** 20;

async function document(client: Client, name: string, most: number): Promise<string> {
  let text = '';
  for (;;) {
    const reply = await client.ask(
      `qXfer:features:read:${name}:${text.length.toString(16)},${PIECE.toString(16)}`,
    );
    if (!/^[lm]/.test(reply))
      throw new RecordError(
        'refused',
        `the stub does not describe its target (${name.slice(0, 64)})`,
      );
    text += reply.slice(1);
    if (reply.startsWith('l') && text.length <= most) return text;
    if (reply.length === 1 || text.length > most)
      throw new RecordError('malformed', `${name.slice(0, 64)} has no end`);
  }
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

const withoutComments = (text: string): string => {
  const [before = '', ...comments] = text.split('<!--');
  return before + comments.map((one) => one.split('-->', 2)[1] ?? '').join('');
};

/** A description with what it includes, each once, in its place. */
async function describe(client: Client): Promise<string> {
  const seen = new Set<string>();
  let left = MOST;
  async function described(name: string): Promise<string> {
    if (seen.has(name)) return '';
    seen.add(name);
    const whole = await document(client, name, left);
    left -= whole.length;
    const text = withoutComments(whole);
    let all = '';
    let at = 0;
    for (const include of text.matchAll(/<xi:include\s[^<>]*>/g)) {
      all += text.slice(at, include.index);
      all += await described(attribute(include[0], 'href') ?? '');
      at = include.index + include[0].length;
    }
    return all + text.slice(at);
  }
  return described('target.xml');
}

/** Registers lie in the order of their numbers, each behind the one before it. */
function placesOf(text: string): ReadonlyMap<string, Place> {
  let number = 0;
  const all = Array.from(text.matchAll(/<reg\s[^<>]*>/g), ([tag]) => {
    number = Number(attribute(tag, 'regnum') ?? number);
    const name = attribute(tag, 'name') ?? '';
    const size = Number(attribute(tag, 'bitsize')) / 8;
    if (!(number >= 0 && size > 0 && Number.isInteger(size)))
      throw new RecordError('malformed', `the target's register is none: ${tag.slice(0, 64)}`);
    return { name, number: number++, size };
  }).toSorted((a, b) => a.number - b.number);
  const places = new Map<string, Place>();
  let offset = 0;
  for (const { name, size } of all) {
    places.set(name, { offset, size });
    offset += size;
  }
  return places;
}

/** @throws RecordError where the stub does not say */
export async function describeTarget(client: Client): Promise<Target> {
  // gdbserver has a description of threads alone: any of them.
  await client.ask('Hg0');
  const text = await describe(client);
  const architecture = /<architecture>\s*([^<\s]+)\s*<\/architecture>/.exec(text)?.[1];
  if (architecture === undefined)
    throw new RecordError('refused', 'the stub does not say its architecture');
  return { architecture, registers: placesOf(text) };
}

/** Values of registers by name; those that the stub does not know are missing. */
export type Registers = ReadonlyMap<string, bigint>;

/** The registers of the thread that was chosen. @throws RecordError */
export async function readRegisters(client: Client, target: Target): Promise<Registers> {
  const reply = await client.ask('g');
  if (!/^([0-9a-fx]{2})+$/i.test(reply))
    throw new RecordError('refused', `the stub does not tell its registers (${reply.slice(0, 8)})`);
  const values = new Map<string, bigint>();
  for (const [name, { offset, size }] of target.registers) {
    // Of one that the stub does not know it says `xx`.
    const bytes = fromHex(reply.slice(2 * offset, 2 * (offset + size)));
    if (typeof bytes === 'number' || bytes.length < size || size > 8) continue;
    values.set(name, littleEndian(bytes));
  }
  return values;
}

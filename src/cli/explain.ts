import type { NamedInterface } from '../words/interface.js';
import { columns } from '../words/columns.js';
import { OK, usage } from './exit.js';
import { constantNames, constantReadings } from '../explain/constants.js';
import { everyReading, knownNames, nameReadings, numberReadings } from '../explain/look-up.js';
import { operationNames, operationReading, operationReadings } from '../explain/hypercalls.js';
import { structAbsence } from '../explain/struct.js';
import { orderReading, type Reading } from '../explain/reading.js';
import { numberToJson } from '../schema/number-text.js';
import { lineWidth, printJson, printLines } from './io.js';
import { interfaceOf, interfaceOption } from './interface.js';
import { nearest } from '../words/nearest.js';
import { integerInWords } from '../words/integer.js';
import type { Verb } from './verb.js';

/** What may stand before `=` besides the kinds themselves. */
const keys: Readonly<Record<string, string>> = {
  cmd: 'command',
  result: 'errno',
  space: 'map space',
  extent_order: 'order',
};
const kindOf = (key: string): string => keys[key] ?? key.replaceAll('_', ' ');

const isNumber = (word: string): boolean => integerInWords(word) !== undefined;

/** Structs alone, and each of them called so in another case: `XEN_DOMCTL_max_mem` is no struct. */
const isDoubted = (word: string, found: readonly Reading[]): boolean =>
  found.every(({ kind, name }) => (kind === 'struct' || kind === 'union') && name !== word) &&
  word !== word.toLowerCase();

/** Every meaning of a name: all headers and tables are read when nothing else is called so. */
async function named(word: string, at: NamedInterface): Promise<readonly Reading[]> {
  const found = await nameReadings(word, at);
  if (word.length > MOST_NAME || (found.length > 0 && !isDoubted(word, found))) return found;
  const operations = await operationReadings(word);
  if (operations.length > 0) return operations;
  if (found.length > 0) return found;
  const every = await everyReading(word, at);
  // Of a bit's number and its value, each is one meaning.
  const isKnown = ({ value }: Reading): boolean => every.some((one) => one.value === value);
  return [...every, ...(await constantReadings(word)).filter((one) => !isKnown(one))];
}

/** Every meaning of a word, or of the kind alone that is named before `=`. */
async function readingsOf(word: string, at: NamedInterface): Promise<readonly Reading[]> {
  const [, key, value = word] = /^(\w+)[= ](\S+)$/.exec(word) ?? [];
  const number = integerInWords(value);
  const kind = key && kindOf(key.toLowerCase());
  if (kind === 'order' && number !== undefined) return [orderReading(number) ?? []].flat();
  const all = number === undefined ? await named(value, at) : numberReadings(number, at);
  const found = all.filter((one) => kind === undefined || one.kind.replaceAll('_', ' ') === kind);
  if (found.length > 0 || number === undefined) return found;
  return key === undefined
    ? []
    : [(await operationReading(key.toLowerCase(), number)) ?? []].flat();
}

/** Longer words are no names. */
const MOST_NAME = 80;

/** `order 9`, given as two words, is `order=9`. */
async function joined(words: readonly string[], at: NamedInterface): Promise<readonly string[]> {
  const out: string[] = [];
  for (const word of words) {
    const pair = `${out.at(-1)}=${word}`;
    if (isNumber(word) && out.length > 0 && (await readingsOf(pair, at)).length > 0)
      out.splice(-1, 1, pair);
    else out.push(word);
  }
  return out;
}

async function unknown(word: string, at: NamedInterface): Promise<string> {
  if (kindOf(word) === 'order') return `${word} needs a number, as in ${word}=9`;
  const sought = word.slice(word.indexOf('=') + 1);
  if (isNumber(sought)) return `nothing is known that ${word} could mean`;
  const absence = await structAbsence(sought, at);
  if (absence !== undefined) return `${absence}: name another with --interface`;
  const names = [
    ...(await knownNames(at)),
    ...(await operationNames()),
    ...(await constantNames()),
  ];
  return `nothing is called ${word}${nearest(sought, names)}`;
}

function jsonOf(word: string, { kind, name, value, meaning }: Reading): object {
  return { word, kind, name, value: value === null ? null : numberToJson(value), meaning };
}

/** A line per reading, headed by its kind. */
function linesOf(readings: readonly Reading[]): readonly string[] {
  const rows = readings.map(({ kind, label, meaning }) => [
    kind,
    meaning === '' ? label : `${label}: ${meaning}`,
  ]);
  return columns(rows, [], { from: 1, width: lineWidth() });
}

export const verb: Verb = {
  purpose:
    'Say in words what a number or a name means: a command, a hypercall, flags, an errno, a struct.',
  forms: ['explain WORD… [--interface I]', 'explain KIND=WORD…'],
  options: {
    interface: interfaceOption,
  },
  examples: [
    'xenabi explain 0x146 -22 memory_op xen_memory_exchange',
    'xenabi explain mem_flags=0x30020 order=9',
  ],
  async run(given) {
    const at = interfaceOf(given);
    const words = await joined(given.operands, at);
    if (words.length === 0) throw usage('explain needs a word: a number or a name');
    const found = await Promise.all(
      words.map(async (word) => ({ word, readings: await readingsOf(word, at) })),
    );
    const known = found.filter(({ readings }) => readings.length > 0);
    for (const [i, { word, readings }] of known.entries()) {
      if (given.flag('json')) for (const one of readings) printJson(jsonOf(word, one));
      else {
        const head = found.length > 1 ? [...(i > 0 ? [''] : []), word] : [];
        printLines([...head, ...linesOf(readings)]);
      }
    }
    const [sentence, ...others] = await Promise.all(
      found.filter((one) => !known.includes(one)).map((one) => unknown(one.word, at)),
    );
    if (sentence !== undefined) throw usage(sentence, ...others);
    return OK;
  },
};

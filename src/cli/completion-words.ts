import { interfaces, lastPoints } from '../../abi/index.js';
import { architectures } from '../layout/index.js';
import { everyName } from '../words/xen-structs.js';
import { withCommon, type Verb } from './verb.js';
import { verbs } from './verbs.js';

/** What can follow an option: words, a file or nothing that is known. */
interface Completed {
  readonly name: string;
  readonly meaning: string;
  readonly takesValue: boolean;
  readonly words: readonly string[];
}

/** A verb as shells complete it. */
export interface CompletedVerb {
  readonly name: string;
  readonly purpose: string;
  readonly options: readonly Completed[];
  /** What it takes besides options; nothing where files are as good. */
  readonly operands: readonly string[];
}

/** The words of options that name what the ABI has. */
type Names = Readonly<Record<string, readonly string[]>>;

const allNames = async (): Promise<Names> => ({
  abi: [...Object.keys(architectures), 'all'],
  struct: [...(await everyName())].sort(),
  interface: [...Object.keys(lastPoints).map((minor) => `xen-4.${minor}`), 'pin-v4'],
  command: interfaces['xen-4.17'].map(({ name }) => name.replace(/^XENMEM_/, '')),
});

/** The words that a meaning lists: `hex (the default), raw or c`. */
export function wordsIn(meaning: string): readonly string[] {
  const [list = ''] = meaning.replaceAll(/ ?\([^)]*\)/g, '').split(/[:;]/);
  const parts = list.split(/,? or |, /);
  const [last = ''] = parts.at(-1)!.split(' ');
  const words = [...parts.slice(0, -1), last];
  return words.length > 1 && words.every((word) => /^[a-z][\w-]*$/.test(word)) ? words : [];
}

/** What a form names in place of an operand: structs, or one of several words. */
function operandsOf(forms: readonly string[], names: Names): readonly string[] {
  const form = forms.join(' ');
  if (/\bSTRUCT\b/.test(form.replaceAll(/--\S+ \S+/g, ''))) return names['struct']!;
  const choice = /^\w+ \[?([a-z]+(?:\|[a-z]+)+)\]?/.exec(form)?.[1];
  return choice?.split('|') ?? [];
}

const optionsOf = (verb: Verb, names: Names): Completed[] =>
  Object.entries(withCommon(verb)).map(([name, { type, meaning }]) => ({
    name,
    meaning,
    takesValue: type === 'string',
    words: type === 'string' ? (names[name] ?? wordsIn(meaning)) : [],
  }));

/** All verbs, from what they say of themselves. */
export async function completedVerbs(): Promise<CompletedVerb[]> {
  const names = await allNames();
  return Promise.all(
    Object.entries(verbs).map(async ([name, { purpose, load }]) => {
      const { verb } = await load();
      const [options, operands] = [optionsOf(verb, names), operandsOf(verb.forms, names)];
      return { name, purpose, options, operands };
    }),
  );
}

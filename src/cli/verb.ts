import { parseArgs, type ParseArgsConfig } from 'node:util';
import { usage } from './exit.js';
import { sampleOf } from './sample.js';
import { nearest } from '../words/nearest.js';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** What the user typed after the verb. */
export interface Given {
  readonly operands: readonly string[];
  /** The value of an option that takes one, or nothing. */
  text(name: string): string | undefined;
  /** The values of an option that may be given several times. */
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

/** An option with its meaning, and for one that takes a value how --help writes that value. */
export type Option = Options[string] & { readonly meaning: string; readonly value?: string };

/** One verb of the command line: what it says of itself, and what it does. */
export interface Verb {
  /** One line: what it is for. */
  readonly purpose: string;
  /** The forms of its call, without `xenabi`. */
  readonly forms: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Two calls that work as printed. */
  readonly examples: readonly [string, string];
  /** @returns the exit status. @throws Exit */
  run(given: Given): Promise<number> | number;
}

const COMMON = {
  json: { type: 'boolean', meaning: 'one JSON object a line' },
  help: { type: 'boolean', short: 'h', meaning: 'this text' },
} as const;

export const withCommon = (verb: Verb): Verb['options'] => ({ ...verb.options, ...COMMON });

export const usageOf = ([name, { type, value }]: readonly [string, Option]): string =>
  `--${name}${type === 'string' ? ` ${value ?? name.toUpperCase()[0]}` : ''}`;

export function helpOf(verb: Verb): string {
  const options = Object.entries(withCommon(verb));
  const width = Math.max(...options.map((option) => usageOf(option).length));
  return [
    verb.purpose,
    '',
    ...verb.forms.map((form, i) => `${i === 0 ? 'usage:' : '      '} xenabi ${form}`),
    '',
    ...options.map((option) => `  ${usageOf(option).padEnd(width)}  ${option[1].meaning}`),
    '',
    'examples:',
    ...verb.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

/** parseArgs would take a negative number, or -EINVAL, for a row of one-letter options. */
const HIDDEN = '\0';
const hide = (arg: string): string => (/^-(\d|E[A-Z]|@)/.test(arg) ? HIDDEN + arg : arg);
const unhide = (arg: string): string => (arg.startsWith(HIDDEN) ? arg.slice(1) : arg);

function refusal(verb: Verb, error: NodeJS.ErrnoException): string {
  const [sentence = ''] = error.message.split(/\. |\n/);
  if (error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return sentence.replaceAll(HIDDEN, '');
  const option = /'(-[^']*)'/.exec(sentence)?.[1] ?? '';
  const names = Object.keys(withCommon(verb)).map((name) => `--${name}`);
  return `${verb.forms[0]?.split(' ')[0]} has no option ${option}${nearest(option, names)}`;
}

/** @throws Exit (wrong use) for an option that the verb does not have. */
export function parse(verb: Verb, args: readonly string[]): Given {
  try {
    const options = withCommon(verb);
    const config = { args: args.map(hide), options, allowPositionals: true, tokens: true } as const;
    const { values, positionals, tokens } = parseArgs(config);
    const given = tokens.flatMap((token) => (token.kind === 'option' ? token.name : []));
    const isOnce = (name: string): boolean =>
      options[name]?.type === 'string' && !options[name].multiple;
    const twice = given.find((name, i) => isOnce(name) && given.indexOf(name) < i);
    if (twice !== undefined) throw new Error(`--${twice} is given twice`);
    const texts = (name: string): string[] => {
      const value = values[name];
      return (Array.isArray(value) ? value : [value])
        .filter((v) => typeof v === 'string')
        .map(unhide);
    };
    return {
      operands: positionals.map((operand) => sampleOf(unhide(operand))),
      text: (name) => texts(name).at(-1),
      texts,
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw usage(refusal(verb, error as NodeJS.ErrnoException));
  }
}

import type { CompletedVerb } from './completion-words.js';

type Verbs = readonly CompletedVerb[];

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The names of all structs are said once, in a variable. */
const STRUCTS = '_xenabi_structs';
const MANY = 100;
const structsOf = (verbs: Verbs): string => {
  const lists = verbs.flatMap(({ options, operands }) => [
    operands,
    ...options.map(({ words }) => words),
  ]);
  return (lists.find((words) => words.length > MANY) ?? []).join(' ');
};
/** Words for a script: those that are said once, as the variable. */
const text = (words: readonly string[]): string =>
  words.length > MANY ? `"$${STRUCTS}"` : quoted(words.join(' '));

const namesOf = (verbs: Verbs): string => verbs.map(({ name }) => name).join(' ');

/** `case` branches on `$verb $prev`, where an option's value is known, for bash and zsh. */
const valueCases = (verbs: Verbs, then: (words: readonly string[]) => string): string[] =>
  verbs.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map((option) => `  ${quoted(`${name} --${option.name}`)}) ${then(option.words)} ;;`),
  );

const verbCases = (verbs: Verbs, words: (verb: CompletedVerb) => readonly string[]): string[] =>
  verbs
    .filter((verb) => words(verb).length > 0)
    .map((verb) => `  ${verb.name}) words=${text(words(verb))} ;;`);

const optionNames = ({ options }: CompletedVerb): string[] =>
  options.map(({ name }) => `--${name}`);

function bash(verbs: Verbs): string {
  return `${STRUCTS}=${quoted(structsOf(verbs))}
_xenabi() {
local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb=\${COMP_WORDS[1]}
local words=''
COMPREPLY=()
if [ "$COMP_CWORD" -eq 1 ]; then
  COMPREPLY=($(compgen -W ${quoted(`${namesOf(verbs)} help --help --version`)} -- "$cur"))
  return
fi
case "$verb $prev" in
${valueCases(verbs, (words) => `COMPREPLY=($(compgen -W ${text(words)} -- "$cur")); return`).join('\n')}
esac
if [ "\${cur#-}" != "$cur" ]; then
  case "$verb" in
${verbCases(verbs, optionNames).join('\n')}
  esac
else
  case "$verb" in
${verbCases(verbs, ({ operands }) => operands).join('\n')}
  esac
fi
COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _xenabi xenabi
`;
}

const array = (words: readonly string[]): string =>
  words.length > MANY ? `$${STRUCTS}` : words.join(' ');
/** A branch of `case` that sets an array, as zsh completes from. */
const inArray = (line: string): string =>
  line.replace(/words='(.*)'/, 'found=($1)').replace(/words="(.*)"/, 'found=($1)');

function zsh(verbs: Verbs): string {
  return `#compdef xenabi
${STRUCTS}=(${structsOf(verbs)})
_xenabi() {
local cur=\${words[CURRENT]} prev=\${words[CURRENT-1]} verb=\${words[2]}
local -a found
if (( CURRENT == 2 )); then
  found=(${namesOf(verbs)} help --help --version)
  compadd -- $found
  return
fi
case "$verb $prev" in
${valueCases(verbs, (words) => (words.length === 0 ? '_files; return' : `found=(${array(words)}); compadd -- $found; return`)).join('\n')}
esac
if [[ $cur == -* ]]; then
  case $verb in
${verbCases(verbs, optionNames).map(inArray).join('\n')}
  esac
else
  case $verb in
${verbCases(verbs, ({ operands }) => operands)
  .map(inArray)
  .join('\n')}
  *) _files; return ;;
  esac
fi
compadd -- $found
}
compdef _xenabi xenabi
`;
}

function fish(verbs: Verbs): string {
  const line = (...parts: readonly string[]): string => ['complete -c xenabi', ...parts].join(' ');
  const all = verbs
    .flatMap(({ name, purpose, options, operands }) => {
      const here = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
      return [
        line('-n __fish_use_subcommand -f', `-a ${name}`, `-d ${quoted(purpose)}`),
        ...(operands.length > 0 ? [line(here, '-f', `-a ${text(operands)}`)] : []),
        ...options.map((option) => {
          const values = option.words.length > 0 ? ` -x -a ${text(option.words)}` : ' -r';
          const value = option.takesValue ? values : '';
          return line(here, `-l ${option.name}${value}`, `-d ${quoted(option.meaning)}`);
        }),
      ];
    })
    .join('\n');
  return `set -g ${STRUCTS} ${quoted(structsOf(verbs))}\n${all}\n`;
}

/** The script of each shell that completes xenabi's commands. */
export const scripts: Readonly<Record<string, (verbs: Verbs) => string>> = { bash, zsh, fish };

import type { CompletedVerb } from './completion-words.js';

type Verbs = readonly CompletedVerb[];

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const namesOf = (verbs: Verbs): string => verbs.map(({ name }) => name).join(' ');

/** `case` branches on `$verb $prev`, where an option's value is known, for bash and zsh. */
const valueCases = (verbs: Verbs, then: (words: string) => string): string[] =>
  verbs.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(
        (option) => `  ${quoted(`${name} --${option.name}`)}) ${then(option.words.join(' '))} ;;`,
      ),
  );

const verbCases = (verbs: Verbs, words: (verb: CompletedVerb) => readonly string[]): string[] =>
  verbs
    .filter((verb) => words(verb).length > 0)
    .map((verb) => `  ${verb.name}) words=${quoted(words(verb).join(' '))} ;;`);

const optionNames = ({ options }: CompletedVerb): string[] =>
  options.map(({ name }) => `--${name}`);

function bash(verbs: Verbs): string {
  return `_xenabi() {
local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb=\${COMP_WORDS[1]}
local words=''
COMPREPLY=()
if [ "$COMP_CWORD" -eq 1 ]; then
  COMPREPLY=($(compgen -W ${quoted(`${namesOf(verbs)} help --help --version`)} -- "$cur"))
  return
fi
case "$verb $prev" in
${valueCases(verbs, (words) => `COMPREPLY=($(compgen -W ${quoted(words)} -- "$cur")); return`).join('\n')}
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

function zsh(verbs: Verbs): string {
  return `#compdef xenabi
_xenabi() {
local cur=\${words[CURRENT]} prev=\${words[CURRENT-1]} verb=\${words[2]}
local -a found
if (( CURRENT == 2 )); then
  found=(${namesOf(verbs)} help --help --version)
  compadd -- $found
  return
fi
case "$verb $prev" in
${valueCases(verbs, (words) => (words === '' ? '_files; return' : `found=(${words}); compadd -- $found; return`)).join('\n')}
esac
if [[ $cur == -* ]]; then
  case $verb in
${verbCases(verbs, optionNames)
  .map((line) => line.replace(/words='(.*)'/, 'found=($1)'))
  .join('\n')}
  esac
else
  case $verb in
${verbCases(verbs, ({ operands }) => operands)
  .map((line) => line.replace(/words='(.*)'/, 'found=($1)'))
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
  return verbs
    .flatMap(({ name, purpose, options, operands }) => {
      const here = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
      return [
        line('-n __fish_use_subcommand -f', `-a ${name}`, `-d ${quoted(purpose)}`),
        ...(operands.length > 0 ? [line(here, '-f', `-a ${quoted(operands.join(' '))}`)] : []),
        ...options.map((option) => {
          const values =
            option.words.length > 0 ? ` -x -a ${quoted(option.words.join(' '))}` : ' -r';
          const value = option.takesValue ? values : '';
          return line(here, `-l ${option.name}${value}`, `-d ${quoted(option.meaning)}`);
        }),
      ];
    })
    .join('\n')
    .concat('\n');
}

/** The script of each shell that completes xenabi's commands. */
export const scripts: Readonly<Record<string, (verbs: Verbs) => string>> = { bash, zsh, fish };

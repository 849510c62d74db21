/** Writes the manual page, from what the verbs say of themselves, into dist/man. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usageOf, type Verb, withCommon } from '../src/cli/verb.js';
import { verbs } from '../src/cli/verbs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

/** Text for roff: no escape begins by chance, and no line is taken for a request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^(?=[.'])/gm, '\\&');

function section(name: string, { purpose, forms, options, examples }: Verb): string {
  const all = Object.entries(withCommon({ options } as Verb));
  return [
    `.SS ${roff(name)}`,
    roff(purpose),
    ...forms.map((form) => `.PP\n.B xenabi ${roff(form)}`),
    ...all.map((option) => `.TP\n.B ${roff(usageOf(option))}\n${roff(option[1].meaning)}`),
    '.PP',
    'Examples:',
    '.PP\n.nf',
    ...examples.map(roff),
    '.fi',
  ].join('\n');
}

const loaded = await Promise.all(
  Object.entries(verbs).map(async ([name, { load }]) => section(name, (await load()).verb)),
);
const page = `.TH XENABI 1 "" "xenabi ${version}" "User Commands"
.SH NAME
xenabi \\- the Xen memory ABI, executable
.SH SYNOPSIS
.B xenabi
VERB [ARGUMENT...]
.SH DESCRIPTION
Says what captured hypercall buffers mean, makes such buffers, lays out Xen's structs on every
architecture, executes memory commands on a model, and compares recordings and object files with
the ABI. Data is on standard output, talk on standard error. A file named
.B sample:NAME
is one that comes with the package.
.SH VERBS
${loaded.join('\n')}
.SH EXIT STATUS
0 fine; 1 findings; 2 wrong use; 3 an error of the operating system.
.SH ENVIRONMENT
.B NO_COLOR
and
.B FORCE_COLOR
are kept to.
`;
mkdirSync(join(root, 'dist', 'man'), { recursive: true });
writeFileSync(join(root, 'dist', 'man', 'xenabi.1'), page);

import { structs } from '../../abi/index.js';
import {
  type Asked,
  judge,
  namesOf,
  ObjectError,
  type ObjectStructs,
  readObject,
  type ReadOptions,
  sourceOf,
  type StructVerdict,
} from '../check/index.js';
import type { Abi } from '../layout/index.js';
import { detailLines } from './check-words.js';
import { FINDINGS, OK, usage } from './exit.js';
import { bytesOf, printJson, printLine, say } from './io.js';
import { abiNamed, structNamed } from './names.js';
import { besideObject, withObject } from './object-files.js';
import { shareProgress } from './progress.js';
import type { Given, Verb } from './verb.js';

/** What to compare: `--struct` names it, or every struct under its own name. */
interface Wish {
  readonly theirs: string;
  readonly ours: string;
  readonly isNamed: boolean;
}

function wishesOf(given: Given): readonly Wish[] {
  const named = given.texts('struct').map((text) => {
    const [theirs = '', ours = theirs, ...rest] = text.split('=');
    if (theirs === '' || ours === '' || rest.length > 0)
      throw usage(`--struct ${text}: say THEIRS or THEIRS=OURS`);
    const bare = theirs.replace(/^(struct|union) /, '');
    return { theirs: bare, ours: structNamed(ours).name!, isNamed: true };
  });
  if (named.length > 0) return named;
  const all = [...new Set(structs.map(({ name }) => name!))];
  return all.map((name) => ({ theirs: name, ours: name, isNamed: false }));
}

/** The wishes that can be granted on an architecture. */
const askedOn = (wishes: readonly Wish[], abi: Abi): readonly Asked[] =>
  wishes.flatMap(({ theirs, ours, isNamed }) => {
    const type = structs.find((one) => one.name === ours && (one.abis?.includes(abi.name) ?? true));
    if (type) return [{ theirs, ours: type }];
    if (isNamed) throw usage(`${ours} does not exist on ${abi.name}`);
    return [];
  });

type Counts = Record<StructVerdict['verdict'], number>;

async function printWords(
  file: string,
  object: ObjectStructs,
  verdicts: readonly StructVerdict[],
): Promise<void> {
  await printLine(`${file}  (${object.abi.name}, ${object.format})`);
  for (const one of verdicts) {
    if (one.verdict === 'absent' && one.notes.length === 0) continue;
    await printLine(`  ${one.verdict.padEnd(6)}  ${one.struct}`);
    for (const line of detailLines(one)) await printLine(`            ${line}`);
  }
}

const recordOf = ({ struct, abi, verdict, differences, notes }: StructVerdict, object: string) => ({
  struct,
  abi,
  object,
  verdict,
  differences,
  notes,
});

const summary = ({ match, differ, absent }: Counts): string =>
  `${match + differ} compared: ${match} match, ${differ} differ; ${absent} absent`;

export const verb: Verb = {
  purpose: 'Compare the structs in object files (DWARF or BTF) with the ABI, field by field.',
  forms: ['check FILE… [--abi A] [--struct THEIRS[=OURS]…] [--btf-base FILE]'],
  options: {
    abi: {
      type: 'string',
      value: 'A',
      meaning: "the architecture to compare with; an ELF file's own by default",
    },
    struct: {
      type: 'string',
      multiple: true,
      value: 'THEIRS[=OURS]',
      meaning: 'only this struct; THEIRS is its name in the object',
    },
    'btf-base': {
      type: 'string',
      value: 'FILE',
      meaning: "what split BTF is based on: a kernel's vmlinux, or its BTF",
    },
  },
  examples: [
    'xenabi check test/objects/good/x86_64-gcc-dwarf5.o',
    'xenabi check test/objects/disguised/arm64-linux-names.btf --abi arm64 --struct xen_memory_reservation --json',
  ],
  async run(given) {
    if (given.operands.length === 0) throw usage('check needs an object file');
    const json = given.flag('json');
    const wishes = wishesOf(given);
    const asked = given.text('abi');
    const base = given.text('btf-base');
    const options: ReadOptions = {
      abi: asked === undefined ? undefined : abiNamed(asked),
      base: base === undefined ? undefined : sourceOf(await bytesOf(base)),
    };
    const names = namesOf(wishes.map(({ theirs }) => ({ theirs })));
    const counts: Counts = { match: 0, differ: 0, absent: 0 };
    let status = OK;

    const tell = async (file: string, error: ObjectError): Promise<void> => {
      status = FINDINGS;
      const { code, section, offset, message } = error;
      if (json) await printJson({ error: { code, section, offset, message }, object: file });
      say(`xenabi: ${file}: ${message}`);
    };

    async function checkOne(file: string): Promise<void> {
      const tick = shareProgress(file);
      let object: ObjectStructs;
      try {
        object = await withObject(file, (source) =>
          readObject(source, names, {
            ...options,
            ...besideObject(file),
            progress: tick.to,
          }),
        );
      } catch (error) {
        if (!(error instanceof ObjectError)) throw error;
        if (error.message.startsWith('BTF does not name'))
          throw usage(`${file}: ${error.message}: --abi is missing`);
        return await tell(file, error);
      } finally {
        tick.end();
      }
      const verdicts = askedOn(wishes, object.abi).map((one) => judge(object, one));
      if (json) for (const one of verdicts) await printJson(recordOf(one, file));
      else await printWords(file, object, verdicts);
      for (const { verdict } of verdicts) counts[verdict]++;
      for (const problem of object.problems) await tell(file, problem);
      const compared = verdicts.filter(({ verdict }) => verdict !== 'absent');
      if (compared.length === 0)
        say(`xenabi: ${file}: nothing was compared: it has none of the structs`);
      const isNamed = wishes.some((wish) => wish.isNamed);
      const isShort = isNamed ? compared.length < verdicts.length : compared.length === 0;
      if (isShort || compared.some(({ verdict }) => verdict === 'differ')) status = FINDINGS;
    }

    for (const file of given.operands) await checkOne(file);
    say(summary(counts));
    return status;
  },
};

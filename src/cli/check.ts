import {
  type Asked,
  checkObject,
  ObjectError,
  type ObjectVerdict,
  type CheckOptions,
  sourceOf,
  type StructVerdict,
} from '../check/index.js';
import { askedStructs, structOption } from './struct-option.js';
import { detailLines } from '../check/verdict-view.js';
import { Exit, FINDINGS, OK, SYSTEM, usage } from './exit.js';
import { bytesOf, printJson, printLine, say } from './io.js';
import { abiNamed } from './names.js';
import { btfBase, companionsFrom, companionsOf, sayCompanions } from './companions.js';
import { withObject } from './object-files.js';
import { shareProgress } from './progress.js';
import { moduleOption, ownStructs } from './structs.js';
import { tones } from './tones.js';
import type { Verb } from './verb.js';
import { interfaceOption, interfaceOf } from './interface.js';
import { xenStructsAt } from '../words/xen-structs.js';

type Counts = Record<StructVerdict['verdict'], number>;

/** Of Xen's structs an object has few; of one's own each that it lacks is told. */
async function printWords(file: string, object: ObjectVerdict, isOwn: boolean): Promise<void> {
  printLine(`${file}  (${object.abi.name}, ${object.format})`);
  for (const one of object.structs) {
    if (one.verdict === 'absent' && one.notes.length === 0 && !isOwn) continue;
    printLine(`  ${one.verdict.padEnd(6)}  ${one.struct}`, tones.check);
    for (const line of detailLines(one)) printLine(`            ${line}`);
  }
}

/** A line of `check --json`: the contract in README. */
const recordOf = (
  { struct, abi, verdict, differences, notes }: StructVerdict,
  object: string,
): object => ({ struct, abi, object, verdict, differences, notes });

const summary = ({ match, differ, absent }: Counts): string =>
  `${match + differ} compared: ${match} match, ${differ} differ; ${absent} absent`;

/** Why a file could not be read, for programs and for people. @returns the exit status */
async function tell(file: string, error: ObjectError | Exit, json: boolean): Promise<number> {
  const { message } = error;
  const isOurs = error instanceof ObjectError;
  const { code, section, offset } = isOurs ? error : { code: 'system', section: '', offset: null };
  if (json) printJson({ error: { code, section, offset, message }, object: file });
  say(`xenabi: ${isOurs ? `${file}: ` : ''}${message}`);
  return isOurs ? FINDINGS : SYSTEM;
}

export const verb: Verb = {
  purpose: 'Compare the structs in object files (DWARF or BTF) with the ABI, field by field.',
  forms: [
    'check FILE|-… [--abi A] [--struct THEIRS[=OURS]…] [--interface I] [--btf-base FILE] [--module FILE.js] [--companions-from DIR…]',
  ],
  options: {
    abi: {
      type: 'string',
      value: 'A',
      meaning: "the architecture to compare with; an ELF file's own by default",
    },
    struct: structOption,
    interface: interfaceOption,
    module: moduleOption,
    'companions-from': companionsFrom,
    'btf-base': btfBase,
  },
  examples: [
    'xenabi check sample:guest.o',
    'xenabi check sample:guest.o --struct xen_memory_reservation --json',
  ],
  async run(given) {
    if (given.operands.length === 0) throw usage('check needs an object file');
    const json = given.flag('json');
    const own = await ownStructs(given);
    const names = given.texts('struct').flatMap((text) => text.split('='));
    const structs =
      own ?? (await xenStructsAt(interfaceOf(given).release, names.length > 0 ? names : undefined));
    const named = askedStructs(given, structs);
    const asked = named.length > 0 ? named : undefined;
    const abi = given.text('abi');
    const base = given.text('btf-base');
    const options: CheckOptions = {
      structs,
      abi: abi === undefined ? undefined : abiNamed(abi),
      base: base === undefined ? undefined : sourceOf(await bytesOf(base)),
    };
    const counts: Counts = { match: 0, differ: 0, absent: 0 };

    /** @returns the exit status that this file asks for */
    async function checkOne(file: string): Promise<number> {
      const tick = shareProgress(file);
      const companions = companionsOf(file, given.texts('companions-from'));
      let object: ObjectVerdict;
      try {
        object = await withObject(file, (source) =>
          checkObject(source, { ...options, ...companions, progress: tick.to }, asked),
        );
      } catch (error) {
        if (error instanceof ObjectError && error.code === 'no-architecture')
          throw usage(`${file}: ${error.message}: --abi is missing`);
        if (error instanceof ObjectError || error instanceof Exit)
          return await tell(file, error, json);
        throw error;
      } finally {
        tick.end();
        sayCompanions(file, companions);
      }
      if (json) for (const one of object.structs) printJson(recordOf(one, file));
      else await printWords(file, object, own !== undefined);
      for (const problem of object.problems) await tell(file, problem, json);
      for (const { verdict } of object.structs) counts[verdict]++;
      const of = (wanted: StructVerdict['verdict']): number =>
        object.structs.filter(({ verdict }) => verdict === wanted).length;
      const isUnread = object.problems.length > 0;
      const none = isUnread ? 'none of the structs that could be read' : 'none of the structs';
      const absent = asked ? missing(asked, object) : none;
      const isNothing = of('match') + of('differ') === 0;
      const isShort = isNothing || (asked !== undefined && of('absent') > 0);
      if (isShort)
        say(`xenabi: ${file}: ${isNothing ? 'nothing was' : 'not'} compared: it has ${absent}`);
      return isShort || of('differ') > 0 || object.problems.length > 0 ? FINDINGS : OK;
    }

    let status = OK;
    for (const file of given.operands) status = Math.max(status, await checkOne(file));
    say(summary(counts));
    return status;
  },
};

/** The names that were asked for and are not there. */
function missing(asked: readonly Asked[], { structs: found }: ObjectVerdict): string {
  const names = asked.filter((_, i) => found[i]?.verdict === 'absent').map(({ theirs }) => theirs);
  return `no ${names.join(', no ')}`;
}

import {
  type Command,
  commandHypercall,
  type InterfaceName,
  interfaces,
  MEMOP_EXTENT_SHIFT,
  xen_pfn_t,
} from '../../abi/index.js';
import { fromHex } from '../capture/index.js';
import { bindCodecs, hex } from '../codec/index.js';
import { createRunner } from '../hypervisor/index.js';
import type { Abi } from '../layout/index.js';
import { array, type Type } from '../schema/index.js';
import { type Case, type Draft, labelOf, lay } from './case.js';
import { casesOf } from './call-cases.js';
import { CONTROL, createGuest } from './guest.js';
import { randomOf, type VectorOptions } from './random.js';
import { createSite } from './site.js';

/** A line of a capture: its header, or one call. */
export type CallLine = Readonly<Record<string, unknown>>;

const codec = bindCodecs();

/** More calls might use up the frames of their domains. */
export const MOST_CALLS = 10_000;

/** One of each kind in turn; each kind begins again at its end. */
function* inTurn(cases: readonly Case[]): Generator<Case> {
  const kinds = (['valid', 'boundary', 'invalid'] as const)
    .map((kind) => cases.filter((each) => each.kind === kind))
    .filter((group) => group.length > 0);
  for (let round = 0; ; round++) for (const group of kinds) yield group[round % group.length]!;
}

export interface CallVectorOptions extends VectorOptions {
  readonly interface?: InterfaceName;
}

/**
 * Vectors of one command as a capture: a header, and calls with what the executor made of them,
 * `count` of the command and before some of them those that they need (`setup: …`). Each call's
 * label says what it shows, and of one that is to fail the error or the extents done.
 * @throws RangeError for a command or an architecture without call vectors
 */
export function* callVectors(
  command: Command,
  abi: Abi,
  { count, seed, interface: name = 'xen-4.17' }: CallVectorOptions,
): Generator<CallLine> {
  const source = `xenabi vectors --command ${command.name} --abi ${abi.name} --interface ${name} --seed ${seed}`;
  const guest = createGuest(abi, name, source);
  const cases = casesOf(command.name, guest);
  const run = createRunner(guest.header, codec);
  const random = randomOf(seed);
  let lines: CallLine[] = [];
  let index = 0;

  function issue(label: string, { number }: Command, draft: Draft): CallLine {
    const { argument, memory } = lay(guest, draft, random);
    const word = (BigInt(draft.startExtent ?? 0) << BigInt(MEMOP_EXTENT_SHIFT)) | BigInt(number);
    const hypercall = commandHypercall.number;
    const args = [word, argument];
    const domid = draft.caller ?? CONTROL;
    const raw = { kind: 'call', label, hypercall, args: args.map(hex), domid };
    const call = { kind: 'call', index, line: index + 2, label, hypercall, args, domid } as const;
    index++;
    const { line, reason } = run({ ...call, memory, raw });
    if (reason !== undefined) throw new Error(`${label}: ${reason}`);
    lines.push(line);
    return line;
  }

  const site = createSite(guest, random, (needed, what, draft) => {
    const found = interfaces[name].find((each) => each.name === needed)!;
    const { memory } = issue(`setup: ${what}`, found, draft);
    const last = (memory as readonly { before: string; after?: string }[]).at(-1);
    const length = draft.lists?.at(-1)?.values.length ?? 0;
    if (!last || length === 0) return [];
    const list = array(xen_pfn_t, length);
    return codec<Type>(list, abi).decode(
      fromHex(last.after ?? last.before) as Uint8Array,
    ) as bigint[];
  });

  yield guest.header.raw;
  let left = count;
  for (const each of inTurn(cases)) {
    if (left-- === 0) return;
    issue(labelOf(each), command, each.draft(site));
    yield* lines;
    lines = [];
  }
}

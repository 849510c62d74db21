import type { ExchangeCall } from './calls.js';
import type { Plan } from './issue.js';
import type { Step } from './step.js';

export type Outcome = 'kept' | 'exchanged' | 'torn';

const pagesOf = (bases: readonly bigint[], order: number): bigint[][] =>
  bases.map((base) => Array.from({ length: 2 ** order }, (_, i) => base + BigInt(i)));

/** The pages of every input extent. */
const inputs = ({ ins }: Plan, order: number): bigint[][] => pagesOf(ins?.values ?? [], order);

const outputs = ({ outs }: Plan, order: number): bigint[] =>
  pagesOf(outs?.values ?? [], order).flat();

/**
 * Whether each chunk's fate can be read off its input frames: ordinary lists in memory, begun
 * at the first extent, no page twice, and no output over another chunk's input.
 */
export function isPlain(step: Step): step is Step & { call: ExchangeCall; plan: Plan } {
  const { call, plan, told } = step;
  if (!('chunks' in call) || !plan || !told) return false;
  const { inOrder, outOrder, inPlace, outPlace, outs, chunks } = call;
  if (inOrder > 3 || outOrder > 3 || inPlace !== 'ram' || outPlace !== 'ram') return false;
  if (told[0] !== 0n || chunks === 0 || outs === 'shared') return false;
  const pages = inputs(plan, inOrder).flat();
  const isOver = typeof outs === 'object' && outs.first.from !== 'hole';
  const hasOdd = typeof outs === 'object' ? outs.odd || outs.isRepeated : call.ins.odd;
  const placed = typeof outs === 'object' ? outputs(plan, outOrder) : [];
  // A frame that was free may be the output of an earlier chunk, and the input of a later one.
  const wasFree = (page: bigint): boolean =>
    plan.target?.p2m === undefined && step.before.frames[Number(page)] === undefined;
  return (
    new Set([...pages, ...placed]).size === pages.length + placed.length &&
    !pages.some(wasFree) &&
    !isOver &&
    !hasOdd
  );
}

/** What became of each chunk's input frames: the content tells. */
export function outcomes({ call, plan, before, after }: Step & { plan: Plan }): Outcome[] {
  const { chunks, inOrder } = call as ExchangeCall;
  const extents = inputs(plan, inOrder);
  const p2m = plan.target && before.domains.get(plan.target.domid)?.p2m;
  const isKept = (page: bigint): boolean => {
    const mfn = plan.target?.p2m ? p2m?.get(page)?.mfn : page;
    const [was, is] = [before, after].map(({ frames }) => frames[Number(mfn)]);
    return was === undefined || was.token === is?.token;
  };
  const size = extents.length / chunks;
  return Array.from({ length: chunks }, (_, chunk) => {
    const kept = extents
      .slice(chunk * size, (chunk + 1) * size)
      .flat()
      .map(isKept);
    return kept.every(Boolean) ? 'kept' : kept.some(Boolean) ? 'torn' : 'exchanged';
  });
}

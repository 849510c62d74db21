import { carriedHypercalls } from '../../abi/index.js';
import type { BadLine, Call, CaptureRecord } from './index.js';

/** The hypercalls whose calls have lines for their entries. */
const withEntries: ReadonlySet<number> = new Set(
  carriedHypercalls.filter(({ entries }) => entries).map(({ number }) => number),
);

/** A record, and for a multicall the lines of its entries, which follow as records of their own. */
export interface Grouped {
  readonly record: CaptureRecord | BadLine;
  readonly entries: readonly Call[];
}

/** Gives each multicall together with its entries' lines: their memory is its memory too. */
export async function* grouped(
  records: AsyncIterable<CaptureRecord | BadLine>,
): AsyncGenerator<Grouped> {
  let held: Call | undefined;
  let entries: Call[] = [];
  function* release(): Generator<Grouped> {
    if (held) yield { record: held, entries };
    for (const record of entries) yield { record, entries: [] };
    held = undefined;
    entries = [];
  }
  for await (const record of records) {
    if (held && record.kind === 'call' && record.parent === held.index) {
      entries.push(record);
      continue;
    }
    yield* release();
    if (record.kind === 'call' && withEntries.has(record.hypercall)) held = record;
    else yield { record, entries: [] };
  }
  yield* release();
}

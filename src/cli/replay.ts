import { type Call } from '../capture/index.js';
import { createReplayer, type Verdict, verdictLines, verdictToJson } from '../replay/index.js';
import { counted } from '../words/text.js';
import { codec } from '../xen-codec.js';
import { eachCall, fileOf } from './each-call.js';
import { FINDINGS, OK } from './exit.js';
import { printJson, printLines, say } from './io.js';
import { progress } from './progress.js';
import { sayRelease } from './say-release.js';
import { tones } from './tones.js';
import type { Verb } from './verb.js';

type Counts = Record<Verdict['verdict'], number>;

/** The numbers, then why calls were skipped, the most frequent reason first. */
function summary(counts: Counts, reasons: ReadonlyMap<string, number>): string[] {
  const calls = counts.match + counts.differ + counts.skip;
  const { match, differ, skip } = counts;
  return [
    `${counted(calls, 'call')}: ${match} match, ${differ} differ, ${skip} skip`,
    ...[...reasons]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `  ${count} skipped: ${reason}`),
  ];
}

export const verb: Verb = {
  purpose: 'Execute recorded calls on the model, and print where the recording differs.',
  forms: ['replay FILE|- [--all]'],
  options: { all: { type: 'boolean', meaning: 'print the calls that match, too' } },
  examples: [
    'xenabi replay sample:exchange.jsonl --all',
    'xenabi run sample:scenario.jsonl | xenabi replay - --json',
  ],
  async run(given) {
    const input = fileOf(given, 'replay');
    const [json, all] = [given.flag('json'), given.flag('all')];
    const counts: Counts = { match: 0, differ: 0, skip: 0 };
    const reasons = new Map<string, number>();
    let isOver = false;
    const tick = progress('calls');
    const status = await eachCall(input, {
      json,
      async begin(header) {
        sayRelease(header);
        const judge = createReplayer(header, codec);
        return async (call: Call, entries) => {
          const judged = judge(call, entries);
          const { verdict, reason, isLast } = judged;
          isOver ||= isLast === true;
          counts[verdict]++;
          // Reasons differ in addresses and numbers of entries only.
          const why = reason?.replace(/ at 0x[\da-f]+|^entry \d+: /g, '');
          if (verdict === 'skip' && why !== undefined)
            reasons.set(why, (reasons.get(why) ?? 0) + 1);
          if (json) printJson(verdictToJson(judged));
          else if (all || verdict !== 'match')
            printLines(verdictLines(judged, header), tones.replay);
          tick.step();
        };
      },
    });
    tick.end();
    for (const line of summary(counts, reasons)) say(line);
    if (counts.match + counts.differ === 0) say('xenabi: nothing was compared');
    const isFinding = counts.differ > 0 || counts.match === 0 || isOver;
    return isFinding ? FINDINGS : status === OK ? OK : status;
  },
};

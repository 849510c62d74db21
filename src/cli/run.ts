import { type Call, fragmentWarningsOf, warningLine } from '../capture/index.js';
import { createRunner, type Ran } from '../hypervisor/index.js';
import { codec } from '../xen-codec.js';
import { eachCall, fileOf } from './each-call.js';
import { FINDINGS } from './exit.js';
import { printJson, say } from './io.js';
import { sayRelease } from './say-release.js';
import type { Verb } from './verb.js';

export const verb: Verb = {
  purpose: "Execute a capture's calls on the model, and print the capture with results.",
  forms: ['run FILE|-'],
  options: {},
  examples: [
    'xenabi run sample:scenario.jsonl',
    'xenabi run sample:scenario.jsonl | xenabi decode -',
  ],
  async run(given) {
    const input = fileOf(given, 'run');
    let printed = 0;
    /** Whether the capture asked for more than is executed, which is said once. */
    let isOver = false;
    async function print({ line, reason, isLast }: Ran, from: Call, parent?: number) {
      printJson({ ...line, ...(parent !== undefined && { parent }) });
      printed++;
      if (reason !== undefined && !isOver)
        say(`xenabi: ${input.name}: line ${from.line} has no result: ${reason}`);
      if (isLast) isOver = true;
    }
    const status = await eachCall(input, {
      json: false,
      async begin(header) {
        sayRelease(header);
        const execute = createRunner(header, codec);
        printJson(header.raw);
        printed = 0;
        const done = new Set<Call>();
        return async (call, entries) => {
          for (const warning of fragmentWarningsOf(header, call))
            say(`xenabi: ${input.name}: line ${call.line}: ${warningLine(warning)}`);
          if (done.delete(call)) return;
          const ran = execute(call, entries);
          const parent = printed;
          print(ran, call);
          for (const [i, entry] of (ran.entries ?? []).entries())
            print(entry, entries[i] ?? call, parent);
          for (const entry of entries) done.add(entry);
        };
      },
    });
    return isOver ? FINDINGS : status;
  },
};

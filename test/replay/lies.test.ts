import { expect, test } from 'vitest';
import { codec } from '../../src/index.js';
import { createReplayer } from '../../src/replay/index.js';
import { recording } from '../hypervisor/lines.js';

// A recording of which the last line was changed: three numbers were told, and the result says two.
test('a lie that follows an exchange of pages that are not the domain’s is caught', async () => {
  const { header, calls } = await recording('test/replay/lies/after-odd-exchange.jsonl');
  const judge = createReplayer(header, codec);
  const verdicts = calls.map((call) => judge(call));
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['match', 'differ']);
  expect(verdicts[1]!.differences).toEqual([{ what: 'result', path: '', expected: 3, actual: 2 }]);
});

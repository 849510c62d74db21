import fc from 'fast-check';
import { beforeEach, describe } from 'vitest';
import type { StructType } from '../../src/schema/index.js';
import { enriched } from '../support/declaration-more.js';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { both, type Pair, pairs } from '../support/engines.js';
import { choices, runs } from '../support/values.js';
import { describeAgreement } from './agreement.js';
import { describeFaults } from './faults.js';
import { describeLaws } from './laws.js';
import { describeListLaws } from './list-laws.js';
import { tailOf } from './reference.js';

const seed = Number(process.env['XENABI_SEED'] ?? Date.now() % 2 ** 31);
const specs = deterministic(runs(12).numRuns, seed);
const built = specs.map((spec) => buildStruct('generated', spec));
const chosen = fc.sample(choices(), { numRuns: built.length, seed });
const named = (types: readonly StructType[], prefix: string) =>
  Object.fromEntries(types.map((type, i) => [`${prefix}${i}`, type]));
const all = await pairs({
  ...named(built, 'r'),
  ...named(
    built.map((type, i) => enriched(type, chosen[i]!)),
    'm',
  ),
});
const [fixed, open] = [false, true].map((isOpen) =>
  all.filter(({ layout }) => (tailOf(layout) !== undefined) === isOpen),
) as [Pair[], Pair[]];

describe(`random declarations of XENABI_SEED=${seed}`, () => {
  beforeEach(({ task, onTestFailed }) => {
    const name = /'[rm](\d+)'/.exec(task.suite?.name ?? '')?.[1];
    onTestFailed(() => console.error(`r${name}: ${JSON.stringify(specs[Number(name)])}`));
  });
  describeLaws(both(fixed), 4);
  describeFaults(both(fixed), 10);
  describeListLaws(both(open), 4);
  describeAgreement(all, 4);
});

import { beforeEach, describe } from 'vitest';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { both, pairs } from '../support/engines.js';
import { runs } from '../support/values.js';
import { describeAgreement } from './agreement.js';
import { describeFaults } from './faults.js';
import { describeLaws } from './laws.js';

const seed = Number(process.env['XENABI_SEED'] ?? Date.now() % 2 ** 31);
const specs = deterministic(runs(20).numRuns, seed);
const all = await pairs(
  Object.fromEntries(specs.map((spec, i) => [`r${i}`, buildStruct('generated', spec)])),
);

describe(`random declarations of XENABI_SEED=${seed}`, () => {
  beforeEach(({ task, onTestFailed }) => {
    const name = /'r(\d+)'/.exec(task.suite?.name ?? '')?.[1];
    onTestFailed(() => console.error(`r${name}: ${JSON.stringify(specs[Number(name)])}`));
  });
  describeLaws(both(all), 4);
  describeFaults(both(all), 10);
  describeAgreement(all, 4);
});

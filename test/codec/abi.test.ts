import { expect, test } from 'vitest';
import { both, xenPairs } from '../support/engines.js';
import { describeAgreement } from './agreement.js';
import { describeFaults } from './faults.js';
import { describeLaws } from './laws.js';

// Five of the six architectures have the same layouts, so few runs on each are many.
describeLaws(both(xenPairs()), 4);
describeFaults(both(xenPairs()), 10);
describeAgreement(xenPairs(), 4);

test('all but a few of these structs have a generated codec on each architecture', () => {
  // One is embedded only, the others are no arguments of a call; their headers are no hot ones.
  const rare = /^(physdev_pci_device|vcpu_time_info|(arch_)?(vcpu|shared)_info)$/;
  for (const { name, abi, generated, interpreted } of xenPairs()) {
    const engine = rare.test(name) ? 'interpreted' : 'generated';
    expect(generated.engine, `${name} on ${abi}`).toBe(engine);
    expect(interpreted.engine, `${name} on ${abi}`).toBe('interpreted');
  }
});

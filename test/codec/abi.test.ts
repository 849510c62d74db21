import { expect, test } from 'vitest';
import { both, xenPairs } from '../support/engines.js';
import { describeAgreement } from './agreement.js';
import { describeFaults } from './faults.js';
import { describeLaws } from './laws.js';

// Five of the six architectures have the same layouts, so few runs on each are many.
describeLaws(both(xenPairs()), 4);
describeFaults(both(xenPairs()), 10);
describeAgreement(xenPairs(), 4);

test('all but one of these structs has a generated codec on each architecture', () => {
  for (const { name, abi, generated, interpreted } of xenPairs()) {
    // It is embedded only, and its header is no hot one.
    const engine = name === 'physdev_pci_device' ? 'interpreted' : 'generated';
    expect(generated.engine, `${name} on ${abi}`).toBe(engine);
    expect(interpreted.engine, `${name} on ${abi}`).toBe('interpreted');
  }
});

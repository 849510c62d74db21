import { expect, test } from 'vitest';
import { openRelease } from '../../src/hypervisor/index.js';

test('a name without a point release is taken for the last, which matters where rules changed', () => {
  expect(openRelease('xen-4.21')).toEqual({ release: '4.21.2', changed: ['4.21.1', '4.21.2'] });
  expect(openRelease('xen-4.17')).toBeUndefined();
  expect(openRelease('xen-4.22')).toBeUndefined();
  expect(openRelease('xen-4.21.0')).toBeUndefined();
  expect(openRelease('pin-v4')).toBeUndefined();
});

import { defineConfig } from 'vitest/config';

/** The executor's quick tests: tables, advisories, the 2013 guest, recordings, fixed finds. */
export default defineConfig({
  test: {
    include: ['test/{hypervisor,replay}/**/*.test.ts'],
    exclude: [
      '**/falsify.test.ts',
      '**/laws.test.ts',
      '**/faults.test.ts',
      '**/bounds.test.ts',
      '**/node_modules/**',
    ],
    testTimeout: 60_000,
  },
});

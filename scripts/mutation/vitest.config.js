import { defineConfig } from 'vitest/config';

/** Only what tests the executor, without the build that the command line's tests need. */
export default defineConfig({
  test: { include: ['test/hypervisor/**/*.test.ts'], testTimeout: 60_000 },
});

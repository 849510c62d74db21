import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import whole from './vitest.config.js';

/** `npm run test:quick`: all but the files that start many processes or run long campaigns. */
const slow = [
  'test/cli/**',
  'test/package/**',
  'test/readme.test.ts',
  'test/capture/sources/properties.test.ts',
  'test/check/{growth,hostile-entries,hostile-files,hostile-types,layouts}.test.ts',
  'test/capture/{recordings,fuzz}.test.ts',
  'test/codec/{abi,random}.test.ts',
  'test/vectors/{call,struct}-vectors.test.ts',
  'test/hypervisor/laws/**',
  'test/replay/{hostile,falsify,falsify-vectors,unrecorded}.test.ts',
];

export default mergeConfig(
  whole,
  defineConfig({
    // Files share a process and its modules: most of a run would be loading them anew.
    test: {
      isolate: false,
      exclude: [...configDefaults.exclude, ...slow],
      typecheck: { enabled: false },
    },
  }),
);

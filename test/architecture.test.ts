import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The rooms that each room may import; see ARCHITECTURE.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  abi: ['src/schema'],
  'src/schema': [],
  'src/layout': ['src/schema'],
  'src/codec': ['src/schema', 'src/layout'],
  'src/generated': ['src/codec/runtime.ts'],
  'src/capture': ['abi', 'src/schema', 'src/layout', 'src/codec'],
  'src/index.ts': ['abi', 'src/schema', 'src/layout', 'src/codec', 'src/capture', 'src/generated'],
  'src/hypervisor': ['abi', 'src/schema', 'src/layout', 'src/codec', 'src/capture'],
  'src/vectors': ['abi', 'src/schema', 'src/layout', 'src/codec', 'src/capture', 'src/hypervisor'],
  'src/cli': [
    'abi',
    'src/schema',
    'src/layout',
    'src/codec',
    'src/capture',
    'src/hypervisor',
    'src/vectors',
    'src/index.ts',
  ],
};
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'src/codec': ['restructure'],
  'src/vectors': ['fast-check'],
};

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'abi']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((f) => join(top, f)),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const roomOf = (file: string): string =>
  Object.keys(MAY_IMPORT).find((room) => file === room || file.startsWith(`${room}/`))!;

test.each(files)('%s imports downward only', (file) => {
  const room = roomOf(file);
  expect(room, 'belongs to a room').toBeDefined();
  const text = readFileSync(join(root, file), 'utf8');
  for (const [, specifier = ''] of text.matchAll(
    /(?:^(?:import|export|\}).* from |import\()'([^'\n$]+)'/gm,
  )) {
    if (!specifier.startsWith('.')) {
      const allowed =
        room === 'src/cli' ? specifier.startsWith('node:') : PACKAGES[room]?.includes(specifier);
      expect(allowed, `${specifier} in ${room}`).toBe(true);
      continue;
    }
    const target = relative(root, join(root, dirname(file), specifier)).replace(/\.js$/, '.ts');
    const allowed = [room, ...MAY_IMPORT[room]!].some(
      (r) => target === r || target.startsWith(`${r}/`),
    );
    expect(allowed, `${target} from ${room}`).toBe(true);
  }
});

test('no code is made at run time', () => {
  for (const file of files)
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/new Function\b|\beval\(/);
});

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
  // Of abi and schema, types; but for the index, which pairs codecs with their declarations.
  'src/generated': ['abi', 'src/schema', 'src/codec/runtime.ts', 'src/codec/index.ts'],
  'src/words': ['abi', 'src/schema', 'src/layout', 'src/codec'],
  'src/layout-table': ['src/schema', 'src/layout', 'src/words'],
  'src/explain': ['abi', 'src/schema', 'src/layout', 'src/codec', 'src/words', 'src/layout-table'],
  'src/capture': ['abi', 'src/schema', 'src/layout', 'src/codec', 'src/words'],
  'src/xen-codec.ts': ['abi', 'src/codec', 'src/generated'],
  'src/index.ts': [
    'src/schema',
    'src/layout',
    'src/codec',
    'src/words',
    'src/explain',
    'src/layout-table',
    'src/capture',
    'src/hypervisor',
    'src/replay',
    'src/export',
    'src/xen-codec.ts',
  ],
  'src/hypervisor': ['abi', 'src/schema', 'src/layout', 'src/codec', 'src/words', 'src/capture'],
  // Of recordings the hypervisor knows nothing: its commands ask, and a replay answers.
  'src/replay': [
    'abi',
    'src/schema',
    'src/layout',
    'src/codec',
    'src/words',
    'src/capture',
    'src/hypervisor',
  ],
  'src/vectors': [
    'abi',
    'src/schema',
    'src/layout',
    'src/codec',
    'src/words',
    'src/capture',
    'src/hypervisor',
  ],
  'src/check': ['abi', 'src/schema', 'src/layout', 'src/words'],
  // Decodes what it meets, to know which memory a call names; symbols are read as objects are.
  'src/record': ['abi', 'src/layout', 'src/codec', 'src/capture', 'src/check'],
  'src/export': ['src/schema', 'src/layout', 'src/words'],
  'src/cli': [
    'abi',
    'src/schema',
    'src/layout',
    'src/codec',
    'src/words',
    'src/explain',
    'src/layout-table',
    'src/capture',
    'src/hypervisor',
    'src/replay',
    'src/vectors',
    'src/check',
    'src/export',
    'src/record',
    'src/xen-codec.ts',
  ],
};
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'src/codec': ['restructure'],
  'src/vectors': ['fast-check'],
  'src/check': ['fflate', 'fzstd'],
  'src/record': ['node:net'],
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

/** The modules of ours that are loaded with this one: what it imports, but for types. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  for (const [, specifier = ''] of text.matchAll(
    /^(?:(?:import|export) (?!type ).*|import|\}) ?(?:from )?'(\.[^'\n]+)'/gm,
  ))
    loadedWith(relative(root, join(root, dirname(file), specifier)).replace(/\.js$/, '.ts'), seen);
  return seen;
}

test.each(['decode', 'encode', 'layout', 'list'])('%s starts without the executor', (verb) => {
  const loaded = [...loadedWith(`src/cli/${verb}.ts`)];
  expect(loaded.length).toBeGreaterThan(20);
  expect(loaded.filter((file) => /^src\/(hypervisor|replay|vectors|index)\b/.test(file))).toEqual(
    [],
  );
});

test('only the library loads what is made of restructure', () => {
  const made = 'src/codec/to-restructure.ts';
  expect([...loadedWith('src/index.ts')]).toContain(made);
  for (const file of ['src/cli/main.ts', 'src/codec/index.ts', 'src/codec/runtime.ts'])
    expect([...loadedWith(file)], file).not.toContain(made);
});

test('the executor alone knows a hypercall by name', () => {
  for (const file of files.filter((one) => /^src\/(?!hypervisor|replay|generated)/.test(one)))
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(
      /\bhypercalls\.(?!js\b)\w+|^import [^;]*\b(memory_op|multicall)\b/m,
    );
});

test('no code is made at run time', () => {
  for (const file of files)
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/new Function\b|\beval\(/);
});

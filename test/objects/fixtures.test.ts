import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { structs } from '../../abi/index.js';
import { truthOf } from '../../scripts/golden/truth.js';
import type { Row } from '../../scripts/objects/manifest.js';
import { architectures, type ArchitectureName, layoutOf } from '../../src/layout/index.js';

const folder = new URL('./', import.meta.url);
const { objects } = JSON.parse(readFileSync(new URL('objects.json', folder), 'utf8')) as {
  readonly objects: readonly Row[];
};

test('the manifest names the files of the folder, each once', () => {
  const beside = objects.flatMap((row) => row.beside ?? []);
  const listed = objects.map(({ file }) => file);
  const present = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(new URL(name, folder)).map((file) => `${name}/${file}`));
  expect(new Set(listed).size).toBe(listed.length);
  expect(present.sort()).toEqual([...new Set([...listed, ...beside])].sort());
});

test('no object names a folder of the machine that made it', () => {
  const named = objects.filter(({ file }) =>
    /\/(?:tmp|home|root|usr|work|Users)\//.test(readFileSync(new URL(file, folder), 'latin1')),
  );
  expect(named.map(({ file }) => file)).toEqual([]);
});

test('what the compilers expect of the wrong structs is what layoutOf says', () => {
  const faults = objects.flatMap(({ file, abi, wrong }) =>
    wrong.map((one) => ({ file, abi: abi as ArchitectureName, ...one })),
  );
  expect(faults.length).toBeGreaterThan(200);
  for (const { file, abi, struct, size, align, fields } of faults) {
    const ours = truthOf(
      layoutOf(
        structs.find(({ name }) => name === struct)!,
        architectures[abi],
      ),
    );
    expect([ours.size, ours.align], `${file} ${struct}`).toEqual([size[0], align[0]]);
    for (const { path, problem, expected } of fields) {
      const index = { offset: 0, size: 1, missing: -1, extra: -1 }[problem];
      expect(ours.fields[path]?.[index], `${file} ${struct}.${path}`).toBe(expected);
      expect(path in ours.fields, `${file} ${struct}.${path}`).toBe(problem !== 'extra');
    }
  }
});

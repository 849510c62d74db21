import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GeneratedCodecs, pairGenerated } from '../../src/codec/index.js';
import { printModule } from '../../src/codec/printer.js';
import { architectures } from '../../src/layout/index.js';
import type { Type } from '../../src/schema/index.js';

export const print = (declarations: Readonly<Record<string, Type>>): string =>
  printModule(declarations, Object.values(architectures), {
    source: 'a test',
    runtime: '../../src/codec/runtime.js',
  });

/** Codecs that are printed for these declarations now, and imported as any module is. */
export async function generate(
  declarations: Readonly<Record<string, Type>>,
): Promise<GeneratedCodecs> {
  const folder = mkdtempSync(fileURLToPath(new URL('../.tmp-', import.meta.url)));
  try {
    const file = join(folder, 'codecs.ts');
    writeFileSync(file, print(declarations));
    const { codecs } = (await import(/* @vite-ignore */ file)) as {
      codecs: Parameters<typeof pairGenerated>[1];
    };
    return pairGenerated(declarations, codecs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

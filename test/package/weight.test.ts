import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, type Installed, output } from './installed.js';

let installed: Installed;
beforeAll(() => {
  installed = install();
});
afterAll(() => installed.remove());

/** A program as a browser gets it, in bytes, and what it prints. */
async function bundle(program: string) {
  const input = join(installed.folder, 'program.js');
  writeFileSync(input, program);
  const build = await rolldown({ input, platform: 'browser' });
  const { output: chunks } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  expect(chunks).toHaveLength(1);
  const { code } = chunks[0];
  const file = join(installed.folder, 'bundle.mjs');
  writeFileSync(file, code);
  const printed = output(process.execPath, [file], installed.folder);
  return { bytes: code.length, zipped: gzipSync(code).length, printed, code };
}

test('a program that decodes xen_memory_exchange on x86_64 pays for no more', async () => {
  const { bytes, zipped, printed, code } = await bundle(`
    import { x86_64 } from 'xenabi/codecs/xen_memory_exchange';
    const bytes = new Uint8Array(72);
    bytes[64] = 5;
    console.log(x86_64.decode(bytes).nr_exchanged);
    try {
      x86_64.encode({ ...x86_64.decode(bytes), nr_exchanged: -1n });
    } catch ({ code, path, offset, message }) {
      console.log(code, path, offset, message);
    }
  `);
  expect(printed).toBe(
    "5n\nrange [ 'nr_exchanged' ] 64 xen_memory_exchange.nr_exchanged (x86_64) at offset 64: " +
      'expected an integer from 0 to 18446744073709551615, got -1\n',
  );
  expect(code).not.toContain('x86_32');
  expect(bytes).toBeLessThan(12_000);
  expect(zipped).toBeLessThan(4000);
});

test('unions, strings and lists bring what they need', async () => {
  const { bytes, printed } = await bundle(`
    import { arm64 } from 'xenabi/codecs/xen_foreign_memory_map';
    import { x86_32 } from 'xenabi/codecs/xen_add_to_physmap_batch';
    const bytes = new Uint8Array(arm64.size + 20);
    console.log(arm64.decode(bytes).map.nr_entries);
    try {
      x86_32.encode({ ...x86_32.decode(new Uint8Array(x86_32.size)), u: { res0: 1, foreign_domid: 2 } });
    } catch ({ code, path, offset }) {
      console.log(code, path, offset);
    }
  `);
  expect(printed).toBe("0\nunion [ 'u' ] 6\n");
  expect(bytes).toBeLessThan(25_000);
});

import { describe, expect, it } from 'vitest';
import { xen_memory_exchange, xen_memory_reservation } from '../../abi/index.js';
import { Exit } from '../../src/cli/exit.js';
import { viewsOf } from '../../abi/header-views.js';
import { structIndex } from '../../abi/struct-index.js';
import { exportOptions } from '../../src/cli/compat.js';
import { verb } from '../../src/cli/export.js';
import { helpOf, parse } from '../../src/cli/verb.js';
import { exporters } from '../../src/export/index.js';
import { x86_32, x86_64 } from '../../src/layout/index.js';
import { xenStructsAt } from '../../src/words/xen-structs.js';
import { captureOutput } from './captured.js';
import { xenabi } from './run.js';

/** What the verb prints, or what it says when it refuses. */
async function run(...args: string[]): Promise<{ status: number; text: string }> {
  const captured = captureOutput(() => undefined);
  try {
    const status = await verb.run(parse(verb, args));
    return { status, text: captured.stdout };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    return { status: error.status, text: error.message };
  } finally {
    captured.release();
  }
}

describe('export', () => {
  it.each(['c', 'c-types', 'rust', 'ksy', 'imhex', 'json'] as const)(
    'prints what the library makes: %s',
    async (to) => {
      expect(
        await run(
          'xen_memory_exchange',
          'struct xen_memory_reservation',
          '--to',
          to,
          '--abi',
          'x86_32',
        ),
      ).toEqual({
        status: 0,
        text: exporters[to](
          [xen_memory_exchange, xen_memory_reservation],
          x86_32,
          exportOptions(x86_32, false),
        ),
      });
    },
  );

  // It said that Xen's headers have no struct xen_domctl, and compared nothing beside them.
  it('asks for the header of each struct, and for the macro of tools', async () => {
    const { text } = await run('xen_domctl', 'hvm_hw_cpu', '--to', 'c', '--abi', 'x86_64');
    expect(text).toContain('include xen/domctl.h before this: it declares');
    expect(text).toContain('include xen/hvm/save.h before this: it declares');
    expect(text).toContain('compile with -D__XEN_TOOLS__: ');
    expect(text).not.toContain('headers have no');
    expect(text).toContain('/* pending_vector: the headers have a bit-field,');
    // What another release has is in no header of this one.
    const later = await run(
      'xen_domctl_gsi_permission',
      '--to',
      'c',
      '--abi',
      'x86_64',
      '--interface',
      'xen-4.20',
    );
    expect(later.text).toContain('it declares xen_domctl_gsi_permission');
  });

  it('takes all structs without a name, and one that is named twice once', async () => {
    const release = '4.17.7';
    const { names, on } = await xenStructsAt(release);
    const types = names.flatMap((name) => on(name, x86_64) ?? []);
    expect(types.length).toBeGreaterThan(620);
    expect((await run('--to', 'c', '--abi', 'x86_64')).text).toBe(
      exporters.c(
        types,
        x86_64,
        exportOptions(
          x86_64,
          false,
          viewsOf(structIndex, () => true),
        ),
      ),
    );
    const twice = await run(
      'xen_memory_exchange',
      'xen_memory_exchange_t',
      '--to',
      'json',
      '--abi',
      'x86_64',
    );
    expect(twice.text.trimEnd().split('\n')).toHaveLength(1);
  });

  it('prints as JSON what layout --json prints', async () => {
    const layouts = xenabi(['layout', '--json', '--abi', 'x86_32']).stdout;
    const sorted = (text: string): string[] => text.split('\n').sort();
    expect(sorted((await run('--to', 'json', '--abi', 'x86_32')).text)).toEqual(sorted(layouts));
    expect(sorted((await run('--json', '--abi', 'x86_32')).text)).toEqual(sorted(layouts));
    expect(sorted((await run('--json', '--to', 'json', '--abi', 'x86_32')).text)).toEqual(
      sorted(layouts),
    );
  });

  it.each([
    [['--abi', 'x86_64'], 'export needs --to: c, c-types, rust, ksy, imhex, json'],
    [['--to', 'c'], 'export needs --abi: the layouts of one architecture'],
    [['--to', 'rsut', '--abi', 'x86_64'], 'rsut is nothing to export to; did you mean rust?'],
    [
      ['--to', 'cobol', '--abi', 'x86_64'],
      'cobol is nothing to export to; there are c, c-types, rust, ksy, imhex, json',
    ],
    [['--to', 'c', '--json', '--abi', 'x86_64'], '--json is --to json: not together with --to c'],
    [['--to', 'c', '--abi', 'amd64'], 'amd64 is no architecture; it is x86_64 here'],
    [
      ['xen_memory_exchang', '--to', 'c', '--abi', 'x86_64'],
      'xen_memory_exchang is no struct; did you mean xen_memory_exchange?',
    ],
    [
      ['x86_64', '--to', 'c', '--abi', 'x86_64'],
      'x86_64 is no struct but an architecture: --abi x86_64',
    ],
    [['--too', 'c'], 'export has no option --too; did you mean --to?'],
  ])('wrong use: %j', async (args, message) => {
    expect(await run(...args)).toEqual({ status: 2, text: message });
  });

  it('has examples in its help that work as printed', async () => {
    expect(helpOf(verb)).toContain(
      'usage: xenabi export [STRUCT…] --to c|c-types|rust|ksy|imhex|json --abi A [--interface I] [--compat] [--module FILE.js]',
    );
    for (const example of verb.examples) {
      const [, , ...args] = example.split(' ');
      expect((await run(...args)).status).toBe(0);
    }
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AT, FORM } from '../../src/check/dwarf/constants.js';
import { companionsOf } from '../../src/cli/companions.js';
import { at, baseType, memberDie, structDie, unitDie } from '../check/dies.js';
import { writeDwarf } from '../check/write-dwarf.js';
import { cString } from '../check/write-elf.js';
import { shell, xenabi } from './run.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'xenabi-')));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

const u64 = baseType(8);
const map = structDie('xen_memory_map', 16, [
  memberDie('nr_entries', baseType(4), at(0)),
  memberDie('buffer', u64, at(8)),
]);
const flesh = writeDwarf(unitDie([map]));
const altlink = (name: string) => [{ name: '.gnu_debugaltlink', bytes: cString(name) }];
/** An object with the struct, and a file that it shares with others. */
const sharing = (name: string) => writeDwarf(unitDie([map]), { others: altlink(name) });
/** An object whose debug information is in another file. */
const skeleton = (name: string, dir = '/nowhere') =>
  writeDwarf(
    unitDie(
      [],
      [
        [AT.dwo_name, FORM.string, name],
        [AT.comp_dir, FORM.string, dir],
      ],
    ),
  );

describe('where files are looked for that an object names', () => {
  const object = file('pkg/usr/lib/debug/.build-id/ab/cd.debug', sharing('x'));
  const found = (name: string, from = object, more: string[] = []) => {
    const companions = companionsOf(from, more);
    const source = companions.open!(name, '');
    return source ? [...companions.read] : companions.refused!(name);
  };

  test('beside the object and below', () => {
    const [one, two] = [file('own/a.dwo', 'a'), file('own/sub/b.dwo', 'b')];
    const own = file('own/o.elf', 'o');
    expect(found('a.dwo', own)).toEqual([one]);
    expect(found('/build/elsewhere/a.dwo', own)).toEqual([one]);
    expect(found('sub/b.dwo', own)).toEqual([two]);
  });

  test('below the debug folder of each folder around it', () => {
    const shared = file('pkg/usr/lib/debug/.dwz/x.debug', 'x');
    expect(found('/usr/lib/debug/.dwz/x.debug')).toEqual([shared]);
    expect(found('../../.dwz/x.debug')).toEqual([shared]);
  });

  test('nowhere else, unless somebody says so', () => {
    const secret = file('secret/key', 'k');
    const own = file('own/o.elf', 'o');
    const refusal = `${secret} is not read, for it lies elsewhere: --companions-from allows it`;
    expect(found(secret, own)).toBe(refusal);
    expect(found('../secret/key', own)).toBe(refusal);
    expect(found('../secret/key', own, [dirname(secret)])).toEqual([secret]);
    expect(found('/other/key', own, [dirname(secret)])).toEqual([secret]);
    expect(found('no-such-file', own)).toBeUndefined();
  });

  test('no link leads out', () => {
    const secret = file('secret/key', 'k');
    const own = file('linked/o.elf', 'o');
    symlinkSync(secret, join(folder, 'linked/key.dwo'));
    mkdirSync(join(folder, 'linked/usr/lib'), { recursive: true });
    symlinkSync(folder, join(folder, 'linked/usr/lib/debug'));
    expect(found('key.dwo', own)).toMatch(/secret\/key is not read/);
    expect(found('/usr/lib/debug/secret/key', own)).toMatch(/secret\/key is not read/);
  });

  test('only plain files', () => {
    const own = file('pipes/o.elf', 'o');
    execFileSync('mkfifo', [join(folder, 'pipes/fifo')]);
    mkdirSync(join(folder, 'pipes/folder'));
    expect(found('fifo', own)).toBeUndefined();
    expect(found('folder', own)).toBeUndefined();
    expect(found('/dev/zero', own, ['/dev'])).toBeUndefined();
  });
});

describe('check', () => {
  test('says which file it reads, and reads it', () => {
    const object = file('split/o.elf', skeleton('o.dwo'));
    const dwo = file('split/o.dwo', flesh);
    const { status, stdout, stderr } = xenabi(['check', object, '--struct', 'xen_memory_map']);
    expect(stdout).toContain('match   xen_memory_map');
    expect(stderr).toContain(`xenabi: ${object}: reads ${dwo}\n`);
    expect(status).toBe(0);
  });

  test('finds it where somebody says', () => {
    const object = file('bin/o.elf', skeleton('o.dwo', join(folder, 'build')));
    const dwo = file('build/o.dwo', flesh);
    const args = ['check', object, '--struct', 'xen_memory_map'];
    expect(xenabi(args).stderr).toContain(`the debug info is in o.dwo: ${dwo} is not read`);
    expect(xenabi([...args, '--companions-from', dirname(dwo)]).status).toBe(0);
  });

  // What --companions-from promises of a .dwp was true of a .dwo alone.
  test.each(['o.elf.dwp', 'o.dwp'])('finds the package %s where somebody says', (name) => {
    const object = file(`packaged/${name}/o.elf`, skeleton('o.dwo'));
    const dwp = file(`packages/${name}/${name}`, flesh);
    const args = ['check', object, '--struct', 'xen_memory_map'];
    expect(xenabi(args).stderr).toContain('o.dwo, which was not found beside the object');
    const { stderr, status } = xenabi([...args, '--companions-from', dirname(dwp)]);
    expect(stderr).toContain(`xenabi: ${object}: reads ${dwp}\n`);
    expect(status).toBe(0);
  });

  // It was said not to be there.
  test('a package that is a link elsewhere is not read, and that is said', () => {
    const dwp = file('far/o.dwp', flesh);
    const object = file('near/o.elf', skeleton('o.dwo'));
    symlinkSync(dwp, join(folder, 'near/o.elf.dwp'));
    const args = ['check', object, '--struct', 'xen_memory_map'];
    expect(xenabi(args).stderr).toContain(
      `the debug info is in o.dwo: ${dwp} is not read, for it lies elsewhere: --companions-from allows it`,
    );
    expect(xenabi([...args, '--companions-from', dirname(dwp)]).status).toBe(0);
  });

  test.each([
    ['that is no ELF', 'just text: no ELF at all', /bad at 0x4: ELF class 32 is unknown/],
    ['of zeros', new Uint8Array(100), /bad: |bad at 0x/],
    ['cut off', flesh.subarray(0, 100), /bad at 0x40: the table of section headers/],
  ])('a shared file %s is blamed, and the rest goes on', (_, bytes, why) => {
    const object = file('alt/o.elf', sharing('bad'));
    file('alt/bad', bytes);
    const { status, stdout, stderr } = xenabi(['check', object, '--struct', 'xen_memory_map']);
    expect(stdout).toContain('match   xen_memory_map');
    expect(stderr).toMatch(why);
    expect(status).toBe(1);
    const diff = xenabi(['layout', 'xen_memory_map', '--diff', 'x86_64', object]);
    expect(diff.stdout).toContain('no difference');
    expect(diff.stderr).toMatch(why);
  });

  test('a thousand names of one file have it read once', () => {
    const object = file('many/o.elf', skeleton('./self.dwo'));
    const dwo = file('many/self.dwo', flesh);
    const companions = companionsOf(object);
    const ids = new Set(
      Array.from({ length: 1000 }, (_, i) => companions.open!(`${'./'.repeat(i)}self.dwo`, '')?.id),
    );
    expect(ids.size).toBe(1);
    expect([...companions.read]).toEqual([dwo]);
  });

  test('a pipe is read from the descriptor that was opened', () => {
    const object = file('piped/o.elf', writeDwarf(unitDie([map])));
    const pipe = join(folder, 'piped/pipe');
    execFileSync('mkfifo', [pipe]);
    const write = `cat ${object} > ${pipe} &`;
    expect(shell(`${write} xenabi check ${pipe} --struct xen_memory_map`).stdout).toContain(
      'match   xen_memory_map',
    );
    expect(shell(`${write} xenabi layout xen_memory_map --diff x86_64 ${pipe}`).stdout).toContain(
      'no difference',
    );
  });
});

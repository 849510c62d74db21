import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines, shell, xenabi } from './run.js';

const objects = 'test/objects';
const packed = `${objects}/wrong/x86_64-gcc-dwarf4-packed.o`;
const pointerElf = `${objects}/wrong/arm32-gcc-dwarf5-bare-pointer.o`;
const pointerBtf = `${objects}/wrong/arm32-bare-pointer.btf`;
const diff = (...args: string[]) => xenabi(['layout', '--diff', ...args]);

it('an architecture is one also where a folder is called so', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xenabi-'));
  mkdirSync(join(folder, 'arm64'));
  const { stdout, stderr } = shell(
    `cd ${folder} && xenabi layout xen_memory_domain --diff x86_64 arm64; cd / && rm -r ${folder}`,
  );
  expect([stdout, stderr]).toEqual(['no difference\n', '']);
});

describe('raw BTF as a side', () => {
  // It took the architecture of a named one only.
  it.each([
    [pointerElf, pointerBtf],
    [pointerBtf, pointerElf],
  ])('is read as the architecture of the object beside it: %s %s', (a, b) => {
    expect(diff(a, b)).toEqual({ status: 0, stdout: 'no difference\n', stderr: '' });
  });

  it('needs one', () => {
    const { status, stderr } = diff(pointerBtf, `${objects}/wrong/arm32-packed.btf`);
    expect(status).toBe(2);
    expect(stderr).toContain('BTF does not name its architecture: put one beside it');
  });
});

describe('--struct THEIRS=OURS', () => {
  const renamed = ['--struct', 'xen_memory_map=xen_foreign_memory_map'];

  it('compares a struct of another name, which is a remark', () => {
    const { stdout } = diff('x86_64', packed, ...renamed, '--json');
    expect(jsonLines<{ struct: string; notes: string[] }>(stdout)).toMatchObject([
      {
        struct: 'xen_foreign_memory_map',
        b: packed,
        notes: [`it is called xen_memory_map in ${packed}`],
      },
    ]);
  });

  it('takes the name of each object that has it, and else the ABI’s', () => {
    const other = `${objects}/good/x86_64-gcc-dwarf5.o`;
    const { stdout } = diff(packed, other, '--struct', 'nothing=xen_memory_map', '--json');
    expect(jsonLines<{ struct: string; a: string; b: string }>(stdout)).toMatchObject([
      { struct: 'xen_memory_map', a: packed, b: other },
    ]);
  });

  it('is asked for beside other structs', () => {
    const { stdout } = diff('x86_64', packed, 'xen_memory_exchange', ...renamed, '--json');
    const names = jsonLines<{ struct: string }>(stdout).map(({ struct }) => struct);
    expect(names).toEqual(['xen_memory_exchange', 'xen_foreign_memory_map']);
  });

  it.each([
    [['layout', '--diff', 'x86_64', 'arm32', ...renamed], 'none is a side'],
    [['layout', 'xen_memory_map', ...renamed], '--struct is for --diff'],
    [['layout', '--btf-base', pointerBtf], '--btf-base is for --diff'],
    [['layout', '--diff', 'x86_64', packed, '--struct', 'a=b=c'], 'say THEIRS or THEIRS=OURS'],
  ])('%j is wrong use', (args, message) => {
    const { status, stderr } = xenabi(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

it('check --struct with the ABI’s typedef finds the tag, too', () => {
  const { stdout } = xenabi(['check', packed, '--struct', 'xen_memory_map_t', '--json']);
  expect(jsonLines<{ struct: string; verdict: string }>(stdout)).toMatchObject([
    { struct: 'xen_memory_map', verdict: 'differ' },
  ]);
});

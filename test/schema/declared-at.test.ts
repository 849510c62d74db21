import { describe, expect, it, test } from 'vitest';
import {
  array,
  atRelease,
  declaredAt,
  existsAt,
  field,
  handle,
  oneOf,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { arm64, layoutOf, x86_64 } from '../../src/layout/index.js';
import { testRefused } from './refused.js';

describe('releases', () => {
  test.each([
    [{}, '4.13.0', true],
    [{ since: '4.16' }, '4.15.7', false],
    [{ since: '4.16' }, '4.16.0', true],
    [{ since: '4.16' }, '4.22.0', true],
    [{ since: '4.9' }, '4.13.0', true],
    [{ until: '4.16' }, '4.16.7', true],
    [{ until: '4.16' }, '4.17.0', false],
    [{ until: '4.16.2' }, '4.16.3', false],
    [{ since: '4.14', until: '4.16' }, '4.15.1', true],
    // What came to several branches at once is in none of the releases between them.
    [{ since: ['4.18.5', '4.19.3', '4.20.1'] }, '4.17.7', false],
    [{ since: ['4.18.5', '4.19.3', '4.20.1'] }, '4.18.5', true],
    [{ since: ['4.18.5', '4.19.3', '4.20.1'] }, '4.19.0', false],
    [{ since: ['4.18.5', '4.19.3', '4.20.1'] }, '4.19.6', true],
    [{ since: ['4.18.5', '4.19.3', '4.20.1'] }, '4.20.0', false],
    [{ since: ['4.18.5', '4.19.3', '4.20.1'] }, '4.21.0', true],
  ])('%j in %s: %s', (span, release, exists) => expect(existsAt(span, release)).toBe(exists));
});

const inner = struct('inner', { a: uint32_t, b: field(uint32_t, { since: '4.15' }) });
const x86 = struct('arch', { flags: uint32_t }, { abis: ['x86_64'] });
const arm = struct('arch', { version: uint8_t, spis: uint16_t }, { abis: ['arm64'] });
const outer = struct('outer', {
  list: array(inner, 2),
  old: field(uint64_t, { until: '4.16' }),
  arch: oneOf(x86, arm),
  own: field(uint8_t, { abis: ['arm64'] }),
  u: union(null, {
    now: field(uint16_t, { since: '4.17' }),
    before: field(uint8_t, { until: '4.16' }),
  }),
  h: handle('h', inner, uint64_t),
});
const fieldsOf = (type: typeof outer): string => type.members.map(({ name }) => name).join();

describe('a declaration', () => {
  it('is itself where nothing in it differs', () => {
    const plain = struct('plain', { a: uint32_t, b: array(uint16_t, 3) });
    expect(declaredAt(plain, { abi: 'x86_64', release: '4.17.7' })).toBe(plain);
    expect(atRelease(inner, '4.22.0')).toBe(inner);
  });

  it('is the same object each time', () => {
    expect(atRelease(outer, '4.14.6')).toBe(atRelease(outer, '4.14.6'));
    expect(atRelease(outer, '4.14.6')).not.toBe(outer);
  });

  it('has the fields of a release', () => {
    expect(fieldsOf(atRelease(outer, '4.16.7'))).toBe('list,old,arch,own,u,h');
    expect(fieldsOf(atRelease(outer, '4.17.0'))).toBe('list,arch,own,u,h');
    expect(fieldsOf(declaredAt(outer, { abi: 'x86_64', release: '4.17.0' }))).toBe('list,arch,u,h');
  });

  it('is the newest where nobody says which', () => {
    const { members, size } = layoutOf(outer, x86_64);
    expect(members.map(({ name, offset }) => `${name} ${offset}`)).toEqual([
      'list 0',
      'arch 16',
      'u 20',
      'h 24',
    ]);
    expect(size).toBe(32);
  });

  it('is laid out as an architecture and a release have it', () => {
    const { members } = layoutOf(atRelease(outer, '4.14.6'), arm64);
    expect(members.map(({ name, offset }) => `${name} ${offset}`)).toEqual([
      'list 0',
      'old 8',
      'arch 16',
      'own 20',
      'u 21',
      'h 24',
    ]);
  });

  it('that was removed is what it last was', () => {
    const gone = struct(
      'gone',
      { a: field(uint8_t, { until: '4.13' }), b: field(uint16_t, { until: '4.14' }) },
      { until: '4.14' },
    );
    expect(layoutOf(gone, x86_64).members.map(({ name }) => name)).toEqual(['b']);
  });

  it('cannot be laid out where none of its alternatives is', () => {
    const only = struct('only', { arch: oneOf(x86) });
    expect(() => layoutOf(only, arm64)).toThrow('arch: does not exist on arm64');
  });
});

testRefused([
  [() => field(uint8_t, { since: 'never' }), 'uint8_t: release never is no dotted number'],
  [() => struct('s', { a: uint8_t }, { until: 'x.1' }), 's: release x.1 is no dotted number'],
]);

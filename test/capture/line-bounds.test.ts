import { describe, expect, it } from 'vitest';
import { excessOf } from '../../src/capture/line-bounds.js';
import { expectLinear, times } from '../support/growth.js';
import { call, decodeAll, header } from './decoding.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (depth: number, [open, close]: readonly [string, string] = ['[', ']']): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

describe('JSON that is nested deep', () => {
  it.each<[depth: number, isRead: boolean]>([
    [99, true],
    [100, false],
    [5000, false],
    [1_000_000, false],
  ])('%s times', async (depth, isRead) => {
    const line = `{"kind":"call","hypercall":12,"args":[],"unknown":${nested(depth)}}`;
    const { errors, calls } = await decodeAll(
      [JSON.stringify(header()), line, JSON.stringify(call([])), ''].join('\n'),
    );
    expect(calls).toHaveLength(isRead ? 2 : 1);
    expect(errors.map(({ error }) => error.message)).toEqual(
      isRead ? [] : ['line 2, unknown: is nested more than 100 deep'],
    );
  });

  const key = ['{"a":', '}'] as const;
  it.each<[text: string, path: string | undefined]>([
    [`{"a":1,"b":"c","d":${nested(200)}}`, 'd'],
    [`{"a":${nested(200, key)}}`, 'a.a.a.a'],
    [`{"a":{"b":[0,[],{"c\\"":"d","e":${nested(200)}}]}}`, 'a.b[2].e'],
    [`{"a":[${nested(98)},"x",${nested(200)}]}`, 'a[2]'],
    [`{"\\u001b[31m":${nested(200)}}`, '\u001b[31m'],
    [nested(200), ''],
    [`{"a":"${'['.repeat(200)}\\"${'['.repeat(200)}","b":${nested(99)}}`, undefined],
    [`{"a":"\\\\","b":[${`${nested(90)},`.repeat(3)}0]}`, undefined],
  ])('%s is found at %s', (text, path) => {
    const excess = excessOf(bytes(text));
    const problem = 'is nested more than 100 deep';
    expect(excess).toEqual(path === undefined ? undefined : { path, problem });
  });
});

it('a line has so many values and no more', async () => {
  const line = `{"kind":"call","hypercall":12,"args":[],"x":[${'{},'.repeat(2 ** 22)}0]}`;
  const { errors } = await decodeAll(`${JSON.stringify(header())}\n${line}\n`);
  expect(errors.map(({ error }) => error.message)).toEqual([
    'line 2: has more than 8388608 values, the most of one line',
  ]);
});

it.each<[string, (n: number) => string]>([
  ['back-slashes', (n) => `{"a":"${'\\'.repeat(n)}`],
  ['quotes behind back-slashes', (n) => `{"a":"${'\\\\\\"'.repeat(n)}`],
  ['closing brackets', (n) => `{"a":${']'.repeat(n)}`],
  ['short strings', (n) => `{"a":${'"",'.repeat(n)}`],
])('is looked at once: %s', (_, make) => {
  expectLinear(
    times(50_000, (n) => {
      const line = bytes(make(n));
      return () => excessOf(line);
    }),
  );
});

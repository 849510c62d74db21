import { describe, expect, it } from 'vitest';
import { columns } from '../../src/words/columns.js';

describe('rows', () => {
  it('have their cells below each other; one that is empty in all rows takes no room', () => {
    expect(
      columns([
        ['a', '', 'long', 'x'],
        ['longer', '', 'b'],
      ]),
    ).toEqual(['a       long  x', 'longer  b']);
  });

  it('end where the others start, in columns of numbers', () => {
    expect(
      columns(
        [
          ['1', 'a'],
          ['100', 'b'],
        ],
        [0],
      ),
    ).toEqual(['  1  a', '100  b']);
  });

  it('are none', () => expect(columns([])).toEqual([]));
});

describe('a row that is wider than a line', () => {
  const rows = [
    ['name', 'a text of several words that goes on'],
    ['n', 'short'],
  ];

  it('is broken at spaces, and goes on below its column', () => {
    expect(columns(rows, [], { width: 26, from: 1 })).toEqual([
      'name  a text of several',
      '      words that goes on',
      'n     short',
    ]);
  });

  it('goes on below the row where the column has no room', () => {
    expect(columns(rows, [], { width: 24, from: 1 })).toEqual([
      'name',
      '    a text of several',
      '    words that goes on',
      'n',
      '    short',
    ]);
  });

  it('keeps a word that is longer than a line', () => {
    const long = 'w'.repeat(30);
    expect(columns([['a', `b ${long} c`]], [], { width: 24, from: 1 })).toEqual([
      'a  b',
      `   ${long}`,
      '   c',
    ]);
  });

  it('gives way from an earlier column where what stays does not fit', () => {
    const wide = [['x'.repeat(10), 'y'.repeat(30), 'text']];
    expect(columns(wide, [], { width: 35, from: 2 })).toEqual([
      `${'x'.repeat(10)}  ${'y'.repeat(30)}`,
      '            text',
    ]);
  });
});

describe('blocks of columns', () => {
  const rows = [
    ['f', 'one', 'two', 'three', 'type'],
    ['a', '1', '2', '3', 'int'],
  ];
  const fold = { from: 4, blocks: [1, 4] } as const;

  it('stay in one table where they fit', () => {
    expect(columns(rows, [], { ...fold, width: 25 })).toEqual([
      'f  one  two  three  type',
      'a  1    2    3      int',
    ]);
  });

  it('come in further tables, each with what begins a row', () => {
    expect(columns(rows, [], { ...fold, width: 14 })).toEqual([
      'f  one  two',
      'a  1    2',
      '',
      'f  three',
      'a  3',
      '',
      'f  type',
      'a  int',
    ]);
  });

  it('of a width that nothing fits are a table each, and end', () => {
    const tables = columns(rows, [], { ...fold, width: 1 })
      .join('\n')
      .split('\n\n');
    expect(tables.map((table) => table.split('\n')[0]!.replaceAll(/ +/g, ' '))).toHaveLength(4);
  });

  it('leave out rows that have nothing in a table', () => {
    const heads = [
      ['', '', 'x'.repeat(10)],
      ['f', 'y'.repeat(10), 'z'],
    ];
    expect(columns(heads, [], { width: 14, from: 3, blocks: [1, 3] })).toEqual([
      `f  ${'y'.repeat(10)}`,
      '',
      `   ${'x'.repeat(10)}`,
      'f  z',
    ]);
  });
});

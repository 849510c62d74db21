import { describe, expect, it } from 'vitest';
import {
  A,
  call,
  END,
  header,
  hex,
  type Line,
  LIST,
  list,
  OUT,
  SELF,
  struct,
  verdicts,
} from './lines.js';

it('sharing is asked with the whole command word, access with none of its upper bits', async () => {
  const bare = (word: number, result: number) => call(word, [], { result });
  const asked = [bare(18, 0), bare(18 | 64, -38), bare(19 | 64, 0), bare(21 | 64, -1)];
  expect(await verdicts([header('x86_64'), ...asked])).toEqual([
    'match',
    'match',
    'differ',
    'skip',
  ]);
});

describe("the compat layer's checks come before the native ones", () => {
  const resource = (value: Line, word: number, result: number): Line =>
    call(
      word,
      [
        struct('xen_mem_acquire_resource', {
          type: 1,
          id: 0,
          pad: 0,
          frame_list: hex(LIST),
          ...value,
        }),
      ],
      { result },
    );
  it.each([
    ['a start past the list', 0x1c | (1 << 6), { domid: 0, nr_frames: 1, frame: 0 }, -22, -1],
    ['a part of the list', 0x1c, { domid: 0, nr_frames: 0xffffffff, frame: 1 }, -1, -22],
  ] as const)('acquire_resource: %s', async (_, word, value, narrow, wide) => {
    expect(await verdicts([header('x86_32'), resource(value, word, narrow)])).toEqual(['match']);
    expect(await verdicts([header('x86_64'), resource(value, word, wide)])).toEqual(['match']);
  });

  it.each([
    ['add_to_physmap', 7],
    ['remove_from_physmap', 15],
    ['get_vnumainfo', 26],
  ] as const)('%s: the argument before the extent', async (_, command) => {
    const word = command | (0x10000 << 6);
    const asked = (result: number) => call(word, [], { result }, END);
    expect(await verdicts([header('x86_32'), asked(-14)])).toEqual(['match']);
    expect(await verdicts([header('x86_64'), asked(command === 7 ? -33 : -22)])).toEqual(['match']);
  });

  it('add_to_physmap_batch: the lists before the domain', async () => {
    const batch = (idxs: number, result: number): Line =>
      call(
        23,
        [
          struct('xen_add_to_physmap_batch', {
            domid: SELF,
            space: 2,
            size: 2,
            u: { res0: 0 },
            idxs: hex(idxs),
            gpfns: hex(LIST),
            errs: hex(OUT),
          }),
          list('x86_32', LIST, [0, 1]),
        ],
        { result },
      );
    expect(await verdicts([header('x86_32'), batch(END, -14)])).toEqual(['match']);
    expect(await verdicts([header('x86_32'), batch(LIST, -13)])).toEqual(['match']);
  });
});

it('a memory map that nobody could read is not the one before it', async () => {
  const set = (entries: number, buffer: number): Line =>
    call(
      13,
      [
        struct('xen_foreign_memory_map', {
          domid: SELF,
          map: { nr_entries: entries, buffer: hex(buffer) },
        }),
      ],
      {
        result: 0,
      },
    );
  const get = (result: number): Line =>
    call(9, [struct('xen_memory_map', { nr_entries: 0, buffer: hex(OUT) })], { result });
  const lines = [header('x86_64'), set(0, 0), get(-38), get(0), set(1, A + 0x3000), get(0)];
  expect(await verdicts(lines)).toEqual(['match', 'match', 'differ', 'skip', 'skip']);
});

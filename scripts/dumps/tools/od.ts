import { all, type Recipe, recipes, type Tool } from '../tool.js';

const part = ['exchange', 'words', 'decimal', 'sparse'];

const radixes = ['o', 'd', 'x', 'n'];
const types = ['a', 'c', 'd1', 'd2', 'd4', 'd8', 'o1', 'o2', 'o4', 'o8', 'u1', 'u2', 'u4', 'u8']
  .concat(['x1', 'x2', 'x4', 'x8', 'f4', 'f8', 'x1z', 'x2z', 'x4z', 'x8z', 'o1z', 'u1z', 'cz'])
  .concat(['x1 -tx4', 'x1 -tc', 'x2 -tx1', 'x1 -tu1', 'x1z -tx8z', 'o2 -tx2']);

/** A last word that is no whole one is filled with zeros, and without addresses nobody sees it. */
const unitOf = (radix: string, type: string): Pick<Recipe, 'unit'> =>
  radix === 'n' ? { unit: Math.max(...[...type.matchAll(/\d/g)].map(Number), 1) } : {};

export const od: Tool = {
  name: 'od',
  needs: { od: 'coreutils' },
  version: 'od --version',
  recipes: [
    ...radixes.flatMap((radix) =>
      types.flatMap((type) =>
        recipes([`od -A${radix} -t${type} data`], { count: 1, ...unitOf(radix, type) }),
      ),
    ),
    ...recipes(['od data', 'od -x data', 'od -tx1 data', 'od -Ax -tx1z data'], all),
    ...recipes([
      'od -d data',
      'od -o data',
      'od -b data',
      'od -c data',
      'od -i data',
      'od -l data',
    ]),
    ...recipes(['od -a data', 'od -s data', 'od -f data', 'od -h data', 'od -xc data']),
    ...recipes(['od -v data', 'od -v -x data', 'od -v -Ax -tx4 data', 'od -v -Ad -tx8 data']),
    ...recipes([
      'od -w8 -tx1 data',
      'od -w32 -tx1 data',
      'od -Ax -w4 -tx4 data',
      'od -w1 -tx1 data',
    ]),
    ...recipes(['od -v -An -tx1 data', 'od -v -An -tx1 -w1 data', 'od -v -An -w8 -tu1 data']),
    ...recipes(['od -v -An -tx1 data | tr -d " \\n"', 'od -v -An -tx1 -w256 data']),
    ...recipes(['od -tx2 --endian=big data', 'od -Ax -tx2 --endian=big data'], { unit: 2 }),
    ...recipes(['od -tx4 --endian=big data', 'od -Ax -tx4z --endian=big data'], { unit: 4 }),
    ...recipes(['od -tx8 --endian=big data', 'od -An -tx8 --endian=big data'], { unit: 8 }),
    ...recipes(['od -j4 -tx1 data', 'od -j4 -Ax -tx2 data', 'od -Ad -j4 -tx1 data'], {
      of: part,
      address: 4n,
      shows: (bytes) => bytes.subarray(4),
    }),
    ...recipes(['od -N20 -tx1 data', 'od -N20 -Ax -tx4 data', 'od -N20 -b data'], {
      of: part,
      shows: (bytes) => bytes.subarray(0, 20),
    }),
    ...recipes(['od --traditional -tx1 data 0 0x1000', 'od --traditional -Ax -tx1z data 0 0x1000']),
  ],
};

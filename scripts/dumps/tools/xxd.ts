import { all, recipes, type Tool } from '../tool.js';

const part = ['exchange', 'words', 'decimal', 'sparse'];

export const xxd: Tool = {
  name: 'xxd',
  needs: { xxd: 'xxd' },
  version: 'xxd --version 2>&1',
  recipes: [
    ...recipes(['xxd data', 'xxd -g1 data', 'xxd -e data', 'xxd -p data', 'xxd -i data'], all),
    ...recipes(
      [
        '-g4',
        '-g8',
        '-g0',
        '-g3',
        '-g16',
        '-u',
        '-u -g1',
        '-b',
        '-b -c4',
        '-c8',
        '-c12',
        '-c24 -g8',
      ]
        .concat(['-c1', '-c256', '-a', '-a -g1', '-a -e', '-d', '-d -g1', '-d -e', '-E', '-E -g1'])
        .concat([
          '-e -g2',
          '-e -g8',
          '-e -g1',
          '-e -g16',
          '-e -c12',
          '-e -u',
          '-e -c8',
          '-e -c8 -g8',
        ])
        .concat(['-p -u', '-p -c8', '-p -c16', '-p -c0', '-p -c1', '-i -u', '-i -C', '-i -c8'])
        .map((options) => `xxd ${options} data`),
    ),
    ...recipes(['xxd -i <data', 'xxd -i -u <data', 'xxd <data', 'xxd -p <data | tr -d "\\n"']),
    ...recipes(['xxd data | xxd -r | xxd', 'xxd -p data | xxd -r -p | xxd -g1']),
    ...recipes(['xxd -o 0x1000 data', 'xxd -e -o 4096 data', 'xxd -a -g1 -o 4096 data'], {
      address: 0x1000n,
    }),
    ...recipes(['xxd -o 0xffff888003c0b000 data'], { address: 0xffff888003c0b000n }),
    ...recipes(['xxd -s 4 data', 'xxd -g1 -s 4 data', 'xxd -e -s 4 data', 'xxd -d -s 4 data'], {
      of: part,
      address: 4n,
      shows: (bytes) => bytes.subarray(4),
    }),
    ...recipes(['xxd -s -16 data', 'xxd -e -s -16 data'], {
      of: ['exchange'],
      address: 56n,
      shows: (bytes) => bytes.subarray(-16),
    }),
    ...recipes(['xxd -p -s 4 data'], { of: part, shows: (bytes) => bytes.subarray(4) }),
    ...recipes(['xxd -l 20 data', 'xxd -p -l 20 data', 'xxd -e -l 20 data', 'xxd -l 20 -i data'], {
      of: part,
      shows: (bytes) => bytes.subarray(0, 20),
    }),
  ],
};

import { all, type Recipe, recipes, type Tool } from '../tool.js';

const part = ['exchange', 'words', 'decimal', 'sparse'];
const format = (text: string, rest: Omit<Recipe, 'line'> = {}): Recipe[] =>
  recipes([`hexdump -v -e '${text}' data`], rest);

export const hexdump: Tool = {
  name: 'hexdump',
  needs: { hexdump: 'bsdextrautils' },
  version: 'hexdump --version',
  recipes: [
    ...recipes(['hexdump -C data', 'hexdump data', 'hexdump -d data', 'hexdump -o data'], all),
    ...recipes(['hexdump -b data', 'hexdump -c data'], all),
    ...recipes(
      ['-x', '-v', '-v -x', '-v -C', '-v -d', '-v -o', '-v -b', '-v -c', '-x -C', '-C -c', '-b -C']
        .concat(['-d -x', '-o -x', '-c -x'])
        .map((options) => `hexdump ${options} data`),
    ),
    ...recipes(['hd data', 'hd -v data', 'hexdump -C --color=never data', 'hexdump -C -L data']),
    ...recipes(['hexdump -C -s 4 data', 'hexdump -s 4 data', 'hexdump -d -s 4 data'], {
      of: part,
      address: 4n,
      shows: (bytes) => bytes.subarray(4),
    }),
    ...recipes(['hexdump -C -n 20 data', 'hexdump -n 20 data', 'hexdump -n 20 -o data'], {
      of: part,
      shows: (bytes) => bytes.subarray(0, 20),
    }),
    ...format('16/1 "%02x " "\\n"'),
    ...format('16/1 "%02X " "\\n"'),
    ...format('1/1 "%02x"'),
    ...format('/1 "0x%02x, "'),
    ...format('/1 "0x%x, "'),
    ...format('"\\\\\\x" /1 "%02x"'),
    ...format('/1 "%02x:"'),
    ...format('/1 "%u "'),
    ...format('/1 "%03o "'),
    ...format('16/1 "%3u " "\\n"'),
    ...format('16/1 "%4d" "\\n"'),
    ...format('/1 "%_u "'),
    ...format('8/2 "%04x " "\\n"', { unit: 2 }),
    ...format('8/2 "%6u" "\\n"', { unit: 2 }),
    ...format('4/4 "%08x " "\\n"', { unit: 4 }),
    ...format('4/4 "%08X " "\\n"', { unit: 4 }),
    ...format('4/4 "0x%08x " "\\n"', { unit: 4 }),
    ...format('4/4 "0x%x, " "\\n"', { unit: 4 }),
    ...format('4/4 "%u " "\\n"', { unit: 4 }),
    ...format('2/8 "%016x " "\\n"', { unit: 8 }),
    ...format('2/8 "0x%016x " "\\n"', { unit: 8 }),
    ...format('1/8 "%x\\n"', { unit: 8 }),
    ...format('1/8 "%u\\n"', { unit: 8 }),
    ...format('"%08_ax: " 16/1 "%02x " "\\n"'),
    ...format('"%08_ax  " 8/1 "%02x " "  " 8/1 "%02x " "\\n"'),
    ...format('"%08.8_ax  " 4/4 "%08x " "\\n"', { unit: 4 }),
    ...format('"%_ax " 16/1 "%02x " "\\n"'),
    ...format('"%7_ad  " 16/1 "%02x " "\\n"'),
    ...format('"%7_ao  " 16/1 "%02x " "\\n"'),
    ...format('"%08_ad  " 8/2 "%04x " "\\n"', { unit: 2 }),
    ...format('"%06.6_ao  " 8/2 "%04x " "\\n"', { unit: 2 }),
    ...format('"%08_ax" 4/4 " %08x" "\\n"', { unit: 4 }),
    ...format('"%016_ax: " 2/8 "%016x " "\\n"', { unit: 8 }),
    ...format('16/1 "%02x " "  " "%_p\\n"'),
    ...format('16/1 "%02x "', { unit: 16 }),
  ],
};

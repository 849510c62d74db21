import { all, type Recipe, recipes, type Tool } from '../tool.js';

/** A text that holds the bytes in a way that nobody has to read: refused, or read rightly. */
export const hexyl: Tool = {
  name: 'hexyl',
  needs: { hexyl: 'hexyl' },
  version: 'hexyl --version',
  recipes: [
    ...recipes(['hexyl --color=never data'], all),
    ...recipes(['hexyl --color=always data'], { of: ['exchange', 'odd', 'words', 'decimal'] }),
    ...recipes([
      'hexyl --color=never --border=ascii data',
      'hexyl --color=never --border=none data',
    ]),
    ...recipes(['hexyl --color=never -v data', 'hexyl --color=always --border=ascii data']),
    ...recipes(['hexyl --color=never -n 20 data'], {
      of: ['exchange', 'words'],
      shows: (bytes) => bytes.subarray(0, 20),
    }),
    ...recipes(['hexyl --color=never -s 16 data'], {
      of: ['exchange', 'words'],
      address: 16n,
      shows: (bytes) => bytes.subarray(16),
    }),
    ...recipes(['hexyl --color=never -o 0x1000 data'], { address: 0x1000n }),
  ],
};

export const busybox: Tool = {
  name: 'busybox',
  needs: { busybox: 'busybox' },
  version: 'busybox | head -n 1',
  recipes: [
    ...recipes(
      ['xxd data', 'hexdump -C data', 'od -tx1 data', 'od data'].map((line) => `busybox ${line}`),
      all,
    ),
    ...recipes(
      [
        'xxd -g1 data',
        'xxd -p data',
        'xxd -g4 data',
        'hexdump data',
        'hexdump -x data',
        'hexdump -b data',
      ]
        .concat([
          'hexdump -d data',
          'hexdump -o data',
          'hexdump -c data',
          'hexdump -v data',
          'hexdump -v -C data',
        ])
        .concat([
          'od -x data',
          'od -b data',
          'od -c data',
          'od -Ax -tx4 data',
          'od -tx8 data',
          'od -d data',
        ])
        .map((line) => `busybox ${line}`),
    ),
  ],
};

export const srecord: Tool = {
  name: 'srecord',
  needs: { srec_cat: 'srecord' },
  version: 'srec_cat --version',
  recipes: [
    ...recipes(
      ['-Intel', '-Motorola', '-HEX_Dump'].map((form) => `srec_cat data -Binary -o - ${form}`),
      all,
    ),
    ...recipes(
      ['Intel', 'Motorola', 'HEX_Dump', 'VMem 8', 'VMem 32'].map(
        (form) => `srec_cat data -Binary -offset 0x1000 -o - -${form}`,
      ),
      { address: 0x1000n, unit: 4 },
    ),
    ...recipes(
      ['Ascii_Hex', 'Atmel_Generic', 'BASic', 'C_Array', 'COE', 'Cosmac', 'Elektor_Monitor52']
        .concat(['FAIrchild', 'Fast_Load', 'Four_Packed_Code', 'Intel_16', 'LSF', 'Logisim'])
        .concat(['Memory_Initialization_File', 'MsBin', 'MOS_Technologies', 'Needham_Hex'])
        .concat(['Ohio_Scientific', 'PPX', 'SIGnetics', 'SPAsm', 'Spectrum', 'TEKtronix'])
        .concat(['Tektronix_Extended', 'Texas_Instruments_Tagged', 'VHdl', 'VMem 8', 'VMem 16'])
        .concat(['VMem 32', 'VMem 64', 'WILson', 'Assembler', 'HEXdump', 'Motorola 4'])
        .map((form) => `srec_cat data -Binary -o - -${form}`),
      { of: ['exchange', 'list'] },
    ),
  ],
};

const objcopied = (kind: string): string => `objcopy -I binary -O ${kind} data out && cat out`;

export const binutils: Tool = {
  name: 'binutils',
  needs: { objdump: 'binutils' },
  version: 'objdump --version',
  prepare: [
    'ld -m elf_x86_64 -e 0 --section-start=.data=0x403000 -b binary data -o data.elf',
    'objcopy -I binary -O elf64-x86-64 data data.o',
  ],
  recipes: [
    ...recipes(['objdump -s -j .data data.elf', 'readelf -x .data data.elf'], {
      ...all,
      address: 0x403000n,
    }),
    ...recipes(['objdump -s data.o', 'objdump -s -j .data data.o', 'readelf -x .data data.o']),
    ...recipes(['objdump -s --start-address=0x403004 data.elf'], {
      of: ['exchange', 'words', 'decimal'],
      address: 0x403004n,
      shows: (bytes) => bytes.subarray(4),
    }),
    ...recipes(['objdump -s -b binary data']),
    ...recipes(['objdump -d -z -j .data data.elf', 'objdump -D -b binary -m i386:x86-64 data'], {
      of: ['exchange', 'words', 'random'],
    }),
    ...recipes(['objdump -D -z --insn-width=16 -j .data data.elf'], { of: ['exchange'] }),
    ...recipes(
      ['objdump -h data.elf', 'objdump -t data.elf', 'readelf -S data.elf', 'nm data.elf'],
      {
        of: ['exchange'],
        shows: () => null,
      },
    ),
    ...recipes(['readelf -p .data data.elf', 'strings -t x data'], {
      of: ['words', 'random'],
      shows: () => null,
    }),
    ...recipes(['srec', 'ihex', 'verilog', 'tekhex'].map(objcopied), all),
    ...recipes([objcopied('verilog --verilog-data-width=4')], { unit: 4 }),
    ...recipes([objcopied('srec --srec-len=8'), objcopied('srec --srec-forceS3')]),
    ...recipes([`${objcopied('srec')} | sed 1d`]),
  ],
};

/** The bytes as a packet without headers (user link type 147), in a capture of packets. */
export const network: Tool = {
  name: 'network',
  needs: { tshark: 'tshark', tcpdump: 'tcpdump', text2pcap: 'wireshark-common' },
  version: "tshark --version | sed -n '1p'",
  prepare: ['od -v -Ax -tx1 data | text2pcap -q -l 147 - raw.pcap 2>&1'],
  recipes: [
    ...recipes(
      [
        'tshark -r raw.pcap -x',
        'tcpdump -r raw.pcap -n -t -XX',
        'tcpdump -r raw.pcap -n -t -xx',
      ].map((line) => `${line} 2>/dev/null`),
      all,
    ),
    ...recipes(
      [
        'tcpdump -r raw.pcap -n -t -X',
        'tcpdump -r raw.pcap -n -t -x',
        'tcpdump -r raw.pcap -n -tttt -x',
      ]
        .concat([
          'tshark -r raw.pcap -x --hexdump noascii',
          'tshark -r raw.pcap -x --hexdump delimit',
        ])
        .concat(['tshark -r raw.pcap -T fields -e data.data', 'tshark -r raw.pcap -V -x'])
        .concat(['tshark -r raw.pcap -T jsonraw', 'tshark -r raw.pcap -T pdml'])
        .map((line) => `${line} 2>/dev/null`),
    ),
  ],
};

const monitor = (command: string): string =>
  `printf '%s\\nquit\\n' '${command}' | qemu-system-x86_64 -nodefaults -display none -S -m 16 -monitor stdio -device loader,file=data,addr=0x100000,force-raw=on 2>/dev/null | tr -d '\\r'`;
/** Without the prompts, whose lines have all that the line editor drew. */
const quietly = (command: string): string => `${monitor(command)} | grep -v '(qemu)'`;
const physical = (letters: string, unit: number, rest: Omit<Recipe, 'line'> = {}): Recipe[] =>
  recipes([quietly(`xp /'$((SIZE/${unit}))'${letters} 0x100000`)], {
    unit,
    address: 0x100000n,
    ...rest,
  });

export const qemu: Tool = {
  name: 'qemu',
  needs: { 'qemu-system-x86_64': 'qemu-system-x86' },
  version: 'qemu-system-x86_64 --version',
  recipes: [
    ...physical('xb', 1, { of: ['exchange', 'odd', 'words', 'decimal', 'high'] }),
    ...physical('xh', 2, { of: ['exchange', 'decimal', 'list'] }),
    ...physical('xw', 4, { of: ['exchange', 'decimal', 'sparse'] }),
    ...physical('xg', 8, { of: ['exchange', 'decimal', 'sparse'] }),
    ...['db', 'ub', 'ob', 'c', 'cb'].flatMap((letters) => physical(letters, 1)),
    ...['dh', 'uh', 'oh'].flatMap((letters) => physical(letters, 2)),
    ...['dw', 'uw', 'ow', 'x'].flatMap((letters) => physical(letters, 4)),
    ...['dg', 'ug', 'og'].flatMap((letters) => physical(letters, 8)),
    ...physical('i', 4, { of: ['exchange'], shows: () => null, address: 0n }),
    ...recipes([monitor('xp /9xg 0x100000')], { of: ['exchange'], address: 0x100000n }),
    ...recipes([monitor('info version')], {
      of: ['exchange'],
      shows: () => null,
    }),
  ],
};

const uBoot = (command: string): string =>
  `{ sleep 1; printf '\\n\\n'; sleep 2; printf '${command}\\n'; sleep 1; printf 'poweroff\\n'; sleep 1; } | timeout 20 qemu-system-arm -M virt -display none -serial stdio -bios /usr/lib/u-boot/qemu_arm/u-boot.bin -device loader,file=data,addr=0x41000000,force-raw=on 2>/dev/null | tr -d '\\r' | sed -n '/^=> md/,/^=> power/p'`;

export const uboot: Tool = {
  name: 'u-boot',
  needs: {
    'qemu-system-arm': 'qemu-system-arm',
    '/usr/lib/u-boot/qemu_arm/u-boot.bin': 'u-boot-qemu',
  },
  version: "strings /usr/lib/u-boot/qemu_arm/u-boot.bin | grep -m 1 '^U-Boot 2'",
  recipes: (
    [
      ['md.b', 1, 'x'],
      ['md.w', 2, 'x'],
      ['md.l', 4, 'x'],
      ['md', 4, 'x'],
    ] as const
  ).map(([command, unit]) => ({
    line: uBoot(`${command} 41000000 '$(printf %x $((SIZE/${unit})))'`),
    unit,
    of: ['exchange', 'words', 'decimal', 'list'],
    address: 0x41000000n,
  })),
};

export const shellTools: Tool = {
  name: 'shell',
  needs: { jq: 'jq', base64: 'coreutils', openssl: 'openssl', strace: 'strace', ndisasm: 'nasm' },
  version: 'jq --version',
  recipes: [
    ...recipes(['base64 data', 'base64 -w0 data', 'base32 data'], all),
    ...recipes(['openssl base64 -in data', 'basenc --base64url data', 'basenc --base16 data']),
    ...recipes([
      'basenc --base16 -w0 data',
      'basenc --base16 -w32 data',
      'basenc --base32hex data',
    ]),
    ...recipes(['base64 -w0 data | jq -R "@base64d | explode" -c'], { of: ['words'] }),
    ...recipes(['od -v -An -tu1 data | jq -s -c .', 'od -v -An -tu1 data | jq -s .'], {
      of: ['exchange', 'decimal', 'words'],
    }),
    ...recipes(['strace -qq -e trace=none -e write=1 cat data 2>&1 >/dev/null'], {
      of: ['exchange', 'words', 'decimal', 'random'],
    }),
    ...recipes(['strace -qq -xx -e trace=write -s 4096 cat data 2>&1 >/dev/null'], {
      of: ['exchange', 'words', 'random'],
    }),
    ...recipes(['strace -qq -e trace=write -s 4096 cat data 2>&1 >/dev/null'], {
      of: ['exchange', 'words', 'random'],
    }),
    ...recipes(['ndisasm -b 64 data'], { of: ['exchange', 'words', 'random'] }),
    ...recipes(['cmp -l data /dev/zero | head -c 4096'], { of: ['exchange'], shows: () => null }),
    ...recipes(
      ['sha256sum data', 'md5sum data', 'cksum data', 'sum data', 'wc data', 'ls -s data'],
      {
        of: ['exchange'],
        shows: () => null,
      },
    ),
    ...recipes(['sed -n l data'], { of: ['words'], shows: () => null }),
    ...recipes(['cat -v data', 'date -u -d @0', 'echo deadbeef is dead', 'locale'], {
      of: ['odd'],
      shows: () => null,
    }),
  ],
};

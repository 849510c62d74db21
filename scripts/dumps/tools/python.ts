import { all, type Recipe, recipes, type Tool } from '../tool.js';

const print = (expressions: readonly string[], rest: Omit<Recipe, 'line'> = {}): Recipe[] =>
  recipes(
    expressions.map((expression) => `python3 show.py '${expression}'`),
    rest,
  );

const words = (size: number, code: string): string[] => [
  `list(struct.unpack("<%d${code}" % (len(b) // ${size}), b))`,
  `[hex(w) for w in struct.unpack("<%d${code}" % (len(b) // ${size}), b)]`,
  `" ".join("%0${2 * size}x" % w for w in struct.unpack("<%d${code}" % (len(b) // ${size}), b))`,
  `", ".join("0x%0${2 * size}x" % w for w in struct.unpack("<%d${code}" % (len(b) // ${size}), b))`,
  `struct.unpack("<%d${code}" % (len(b) // ${size}), b)`,
  `array.array("${code}", b)`,
];

export const python: Tool = {
  name: 'python',
  needs: { python3: 'python3' },
  version: 'python3 --version',
  files: {
    'show.py':
      'import array, base64, binascii, ctypes, json, pprint, struct, sys, textwrap\n' +
      'b = open("data", "rb").read()\n' +
      'shown = eval(sys.argv[1])\n' +
      'if shown is not None: print(shown)\n',
  },
  recipes: [
    ...print(['b', 'b.hex()', 'b.hex(" ")', 'b.hex(":")', 'list(b)'], all),
    ...print(['b.hex("-")', 'b.hex("_", 4)', 'b.hex(" ", 4)', 'b.hex(" ", -8)', 'b.hex(".")']),
    ...print(['b.hex(" ", 2)', 'b.hex(":", 2)', 'b.hex().upper()', 'b.hex(",")', 'b.hex("|")']),
    ...print(['bytearray(b)', 'memoryview(b).tolist()', 'tuple(b)', 'binascii.hexlify(b)']),
    ...print(['[hex(x) for x in b]', '["%02x" % x for x in b]', '", ".join(map(hex, b))']),
    ...print(['" ".join("%02X" % x for x in b)', '" ".join(map(str, b))', '[bin(x) for x in b]']),
    ...print(['["0x%02x" % x for x in b]', '", ".join("0x%02X" % x for x in b)']),
    ...print(['"".join("\\\\x%02x" % x for x in b)', '" ".join("%03d" % x for x in b)']),
    ...print(['"\\n".join("%d: %02x" % p for p in enumerate(b))', 'pprint.pprint(b)']),
    ...print(['"\\n".join("%02x" % x for x in b)', '"\\n".join("0x%02x" % x for x in b)']),
    ...print(['"\\n".join(textwrap.wrap(b.hex(), 32))', 'json.dumps(list(b))']),
    ...print(['"\\n".join("0x%04x: %s" % (i, b[i:i+16].hex(" ")) for i in range(0, len(b), 16))']),
    ...print(['"\\n".join("%d: %s" % (i, b[i:i+16].hex(" ")) for i in range(0, len(b), 16))']),
    ...print(['"\\n".join("%04d  %s" % (i, b[i:i+16].hex(" ")) for i in range(0, len(b), 16))']),
    ...print(['"\\n".join("%x %s" % (i, b[i:i+8].hex(" ", 4)) for i in range(0, len(b), 8))']),
    ...print(['int.from_bytes(b, "little")', 'hex(int.from_bytes(b, "little"))']),
    ...print(['(ctypes.c_ubyte * len(b)).from_buffer_copy(b)'], {
      of: ['exchange'],
      shows: () => null,
    }),
    ...print(['base64.b64encode(b).decode()', 'base64.b64encode(b)', 'base64.encodebytes(b)']),
    ...print(['base64.b32encode(b)', 'base64.b85encode(b)', 'base64.a85encode(b)']),
    ...print(['base64.b16encode(b).decode()', 'repr(b.decode("latin1"))', 'ascii(b)[2:-1]']),
    ...print(words(2, 'H'), { unit: 2 }),
    ...print(words(4, 'I'), { unit: 4 }),
    ...print(words(8, 'Q').slice(0, 5), { unit: 8 }),
    ...print(['["%08x" % w for w in struct.unpack(">%dI" % (len(b) // 4), b)]'], { unit: 4 }),
    ...print(['" ".join("%016x" % w for w in struct.unpack(">%dQ" % (len(b) // 8), b))'], {
      unit: 8,
    }),
  ],
};

/** The .ksy export through Kaitai's compiler, and its decoders beside ours, leaf by leaf. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import fc from 'fast-check';
import { parse } from 'yaml';
import { bindCodecs } from '../../dist/src/codec/index.js';
import { exportKsy } from '../../dist/src/export/ksy.js';
import { ksySpelling } from '../../dist/src/export/ksy-names.js';
import { flat, shapesOf } from '../../dist/src/export/shapes.js';
import { arbitrary } from '../../dist/src/vectors/index.js';
import { abis, lists, random, xenOn } from './subjects.js';

const codec = bindCodecs();
const require = createRequire(import.meta.url);
const compiler = require('kaitai-struct-compiler');
const KaitaiStream = require('kaitai-struct/KaitaiStream');

// The run time reads 64 bits as a Number and loses those above 2^53. Only how many bits it keeps
// is changed here: where it reads, and that it reads 64 bits there, is the compiled decoder's.
for (const [name, read] of [
  ['readU8le', 'getBigUint64'],
  ['readS8le', 'getBigInt64'],
])
  KaitaiStream.prototype[name] = function () {
    this.ensureBytesLeft(8);
    const value = this._dataView[read](this.pos, true);
    this.pos += 8;
    return value;
  };

async function sources(language, ksy) {
  const files = await compiler.compile(language, parse(ksy), null, false);
  return Object.values(files)[0];
}

async function decoderOf(ksy) {
  const module = { exports: {} };
  const load = compileFunction(await sources('javascript', ksy), ['module', 'exports', 'require']);
  load(module, module.exports, require);
  const [Root] = Object.values(module.exports);
  return (bytes) => new Root(new KaitaiStream(bytes.slice().buffer));
}

const camel = (id) => id.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** Compares one leaf; both sides as text, so that a message can have them. */
function leaf(theirs, ours, layout, path, out) {
  if (layout.kind === 'chars') {
    const text = Buffer.from(theirs).toString('latin1').replace(/\0+$/, '');
    out(path, text, ours);
  } else out(path, String(BigInt(theirs)), String(BigInt(ours)));
}

function compare(shape, theirs, ours, shapes, out, path = shape.type.name ?? '') {
  for (const piece of shape.pieces) {
    if (piece.kind === 'padding') continue;
    if (piece.kind === 'bits') {
      for (const { name, width, member } of piece.runs) {
        if (!member) continue;
        const key = camel(name);
        const bit = shape.layout.kind === 'union' ? theirs[key][key] : theirs[key];
        const value = BigInt.asUintN(width, BigInt(ours[member.name]));
        out(`${path}.${member.name}`, String(BigInt(bit)), String(value));
      }
      continue;
    }
    const { element } = flat(piece.layout);
    const inner = shapes.of(element);
    const value = piece.anonymous ? ours : ours[piece.member.name];
    const listed = piece.layout.kind === 'array' || piece.layout.kind === 'flexible';
    const [a, b] = listed
      ? [theirs[camel(piece.name)], value.flat(Infinity)]
      : [[theirs[camel(piece.name)]], [value]];
    const where = `${path}.${piece.anonymous ? '' : piece.member.name}`;
    out(`${where} length`, String(a.length), String(b.length));
    for (const [i, item] of b.entries()) {
      if (inner) compare(inner, a[i], item, shapes, out, where);
      else leaf(a[i], item, element, where, out);
    }
  }
}

const randomBytes = (size, seed) => {
  const bytes = fc.uint8Array({ minLength: size, maxLength: size });
  return fc.sample(bytes, { numRuns: 10, seed });
};

/** `described` is the architecture whose description reads the bytes of `abi`. */
async function decodeAll(type, abi, python, described = abi) {
  const ksy = exportKsy([type], described);
  python.push(await sources('python', ksy));
  const decode = await decoderOf(ksy);
  const shapes = shapesOf([type], abi, ksySpelling);
  const own = codec(type, abi);
  const open = own.layout.members.at(-1).layout.kind === 'flexible';
  const values = fc.sample(arbitrary(type, abi), { numRuns: 10, seed: 1 });
  const inputs = [
    ...values.map((value) => own.encode(value)),
    ...(open ? [] : randomBytes(own.size, 2)),
  ];
  const counts = { leaves: 0, differences: [] };
  const out = (path, theirs, ours) => {
    counts.leaves++;
    if (theirs !== ours) counts.differences.push(`${path}: Kaitai ${theirs}, we ${ours}`);
  };
  for (const bytes of inputs)
    compare(shapes.list.at(-1), decode(bytes), own.decode(bytes), shapes, out);
  return counts;
}

/** The run time's own limit. */
const reads = (type, abi) =>
  shapesOf([type], abi, ksySpelling).list.every(({ pieces }) =>
    pieces.every((piece) => piece.kind !== 'bits' || piece.runs.every(({ width }) => width <= 32)),
  );

/** That a wrong description does not pass. */
async function wrongIsSeen() {
  const [x86_32, x86_64] = ['x86_32', 'x86_64'].map((name) =>
    abis.find((abi) => abi.name === name),
  );
  const type = xenOn(x86_64).find(({ name }) => name === 'xen_memory_exchange');
  const { leaves, differences } = await decodeAll(type, x86_64, [], x86_32);
  return {
    what: "Kaitai: x86_32's description of xen_memory_exchange is wrong for x86_64's bytes",
    outcome: differences.length > 0 ? 'ok' : 'FAIL',
    detail: `${differences.length} of ${leaves} leaves differ`,
  };
}

export async function* checkKaitai() {
  yield await wrongIsSeen();
  for (const abi of abis) {
    const python = [];
    for (const [what, all] of [
      ['structs of abi/', xenOn(abi)],
      ['structs with lists', lists],
      ['random structs', random],
    ]) {
      const types = all.filter((type) => reads(type, abi));
      const skipped = all.length - types.length;
      const found = { leaves: 0, differences: [] };
      for (const type of types) {
        try {
          const { leaves, differences } = await decodeAll(type, abi, python);
          found.leaves += leaves;
          found.differences.push(...differences);
        } catch (error) {
          found.differences.push(`${type.name}: ${error?.message ?? error}`);
        }
      }
      const ok = found.differences.length === 0 && found.leaves > 0;
      const note =
        skipped > 0
          ? `; ${skipped} not decoded: bit-fields of more than 32 bits, which the JavaScript run time refuses`
          : '';
      yield {
        what: `Kaitai, ${abi.name}: ${types.length} ${what} decode as ours`,
        outcome: ok ? 'ok' : 'FAIL',
        detail: ok ? `${found.leaves} leaves${note}` : found.differences.slice(0, 3).join('; '),
      };
    }
    yield await together(abi);
    yield pythonTakes(python, abi);
  }
}

async function together(abi) {
  try {
    await sources('javascript', exportKsy(xenOn(abi), abi));
    return {
      what: `Kaitai, ${abi.name}: all structs in one file compile`,
      outcome: 'ok',
      detail: '',
    };
  } catch (error) {
    return {
      what: `Kaitai, ${abi.name}: all in one`,
      outcome: 'FAIL',
      detail: String(error?.message ?? error),
    };
  }
}

/** Names that are keywords would be seen here: Kaitai writes them as they are. */
function pythonTakes(files, abi) {
  const program =
    'import json, sys\nfor t in json.load(sys.stdin): compile(t, "export.py", "exec")';
  const run = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(files),
    encoding: 'utf8',
  });
  const what = `Kaitai, ${abi.name}: ${files.length} decoders in Python are valid Python`;
  if (run.error) return { what, outcome: 'missing', detail: 'python3 is not installed' };
  const ok = run.status === 0;
  return { what, outcome: ok ? 'ok' : 'FAIL', detail: ok ? '' : run.stderr.slice(-160) };
}

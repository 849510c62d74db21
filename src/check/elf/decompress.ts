import { unzlibSync } from 'fflate';
import { ObjectError } from '../object-error.js';
import { readerOf } from '../reader.js';
import { unzstd } from './zstd.js';

const ZLIB = 1;
const ZSTD = 2;
/** DEFLATE makes at most 1032 bytes of one: a larger promise is a lie, not worth allocating. */
const MOST_PER_BYTE = 1032;

/**
 * Bytes that are unpacked of all sections of a file together: debug information shrinks to a
 * third or a tenth, and a small file may be of one that repeats itself.
 */
const ALWAYS = 2 ** 29;
const PER_BYTE = 64;
const mostUnpacked = (fileSize: number): number => Math.max(ALWAYS, PER_BYTE * fileSize);

/** How much was unpacked of a file already, and may be. */
export interface Unpacked {
  readonly fileSize: number;
  bytes: number;
}

function take(unpacked: Unpacked, size: number, section: string): void {
  const most = mostUnpacked(unpacked.fileSize);
  if (unpacked.bytes + size > most) {
    const others = unpacked.bytes > 0 ? `, and others to ${unpacked.bytes}` : '';
    const why = `unpacks to ${size} bytes${others}: of a file of ${unpacked.fileSize} bytes, ${most} are unpacked at most`;
    throw new ObjectError('unsupported', section, 0, why);
  }
  unpacked.bytes += size;
}

type Unpack = (data: Uint8Array, size: number, section: string) => Uint8Array;

function inflate(
  data: Uint8Array,
  size: number,
  section: string,
  unpack: Unpack,
  unpacked: Unpacked,
): Uint8Array {
  take(unpacked, size, section);
  let bytes: Uint8Array;
  try {
    bytes = unpack(data, size, section);
  } catch (error) {
    if (error instanceof ObjectError) throw error;
    const why = `cannot be decompressed: ${(error as Error).message}`;
    throw new ObjectError('malformed', section, 0, why);
  }
  if (bytes.length === size) return bytes;
  const why = `decompresses to ${bytes.length} bytes, its header says ${size}`;
  throw new ObjectError('malformed', section, 0, why);
}

const unzlib: Unpack = (data, size, section) => {
  if (size > data.length * MOST_PER_BYTE)
    throw new ObjectError('malformed', section, 0, `${data.length} bytes cannot become ${size}`);
  return unzlibSync(data, { out: new Uint8Array(size) });
};

/** A section with SHF_COMPRESSED: a header, then a zlib stream or a zstd frame (gABI, "Section Compression"). */
export function decompressed(
  data: Uint8Array,
  wordSize: 4 | 8,
  section: string,
  unpacked: Unpacked,
): Uint8Array {
  const r = readerOf(data, section);
  const type = r.u32();
  if (wordSize === 8) r.skip(4);
  const size = r.word(wordSize);
  r.skip(wordSize); // ch_addralign
  const body = data.subarray(r.at);
  if (type === ZLIB) return inflate(body, size, section, unzlib, unpacked);
  if (type === ZSTD) return inflate(body, size, section, unzstd, unpacked);
  throw new ObjectError('unsupported', section, 0, `compression type ${type} is unknown`);
}

/** The older form of GNU: a section `.zdebug_…` begins with `ZLIB` and its size, big-endian. */
export function decompressedGnu(data: Uint8Array, section: string, unpacked: Unpacked): Uint8Array {
  const r = readerOf(data, section);
  const magic = r.u32();
  if (magic !== 0x42494c5a)
    throw new ObjectError('malformed', section, 0, 'does not begin with ZLIB');
  const head = r.take(8);
  const view = new DataView(head.buffer, head.byteOffset, 8);
  const size = view.getUint32(0) * 2 ** 32 + view.getUint32(4);
  return inflate(data.subarray(r.at), size, section, unzlib, unpacked);
}

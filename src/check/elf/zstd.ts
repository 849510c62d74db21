import { decompress } from 'fzstd';
import { ObjectError } from '../object-error.js';
import { type Reader, readerOf } from '../reader.js';

const MAGIC = 0xfd2fb528;
/** Frames of other things than data: 0x184d2a50 to 0x184d2a5f. */
const isSkippable = (magic: number): boolean => magic >>> 4 === 0x184d2a5;
const RLE = 1;
const LONGEST_BLOCK = 2 ** 17;

/** A frame of zstd (RFC 8878, 3.1): where it is, and the bytes in it, if it says how many. */
interface Frame {
  readonly start: number;
  readonly end: number;
  readonly content: number | undefined;
  readonly blocks: number;
}

function contentSize(r: Reader, descriptor: number): number | undefined {
  const isSingle = (descriptor & 0x20) !== 0;
  if (!isSingle) r.skip(1); // the window
  r.skip([0, 1, 2, 4][descriptor & 3]!); // a dictionary
  switch (descriptor >> 6) {
    case 0:
      return isSingle ? r.u8() : undefined;
    case 1:
      return r.u16() + 256;
    case 2:
      return r.u32();
    default:
      return r.u64();
  }
}

function frameAt(r: Reader): Frame {
  const start = r.at;
  const magic = r.u32();
  if (isSkippable(magic)) {
    r.skip(r.u32());
    return { start, end: r.at, content: 0, blocks: 0 };
  }
  if (magic !== MAGIC) throw r.fail('no zstd frame', r.at - 4);
  const descriptor = r.u8();
  const content = contentSize(r, descriptor);
  let blocks = 0;
  for (let isLast = false; !isLast; blocks++) {
    const head = r.u24();
    isLast = (head & 1) === 1;
    const size = head >>> 3;
    if (size > LONGEST_BLOCK) throw r.fail(`a zstd block of ${size} bytes`, r.at - 3);
    r.skip(((head >> 1) & 3) === RLE ? 1 : size);
  }
  if ((descriptor & 4) !== 0) r.skip(4); // a checksum
  return { start, end: r.at, content, blocks };
}

/**
 * Where a frame is unpacked to. fzstd asks whether this `== 1`, for which a typed array becomes
 * a string of all its numbers: half of the time, and beyond 2^28 bytes more than a string holds.
 */
const room = (bytes: Uint8Array, at: number, size: number): Uint8Array =>
  Object.defineProperty(bytes.subarray(at, at + size), 'valueOf', { value: () => 0 });

/**
 * The frames' bytes, one after the other; `size` is how many there should be. Each is unpacked
 * in its place: a window of its own would be as large as the frame says.
 * @returns fewer bytes, where the frames say so
 */
export function unzstd(data: Uint8Array, size: number, section: string): Uint8Array {
  const r = readerOf(data, `${section}, compressed`);
  const frames: Frame[] = [];
  while (r.at < data.length) frames.push(frameAt(r));
  const blocks = frames.reduce((sum, frame) => sum + frame.blocks, 0);
  if (size > blocks * LONGEST_BLOCK)
    throw new ObjectError('malformed', section, 0, `${data.length} bytes cannot become ${size}`);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const { start, end, content = size - at } of frames) {
    if (content > size - at)
      throw new ObjectError('malformed', section, 0, `decompresses to more than ${size} bytes`);
    if (content > 0) decompress(data.subarray(start, end), room(bytes, at, content));
    at += content;
  }
  return bytes.subarray(0, at);
}

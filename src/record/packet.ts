/** Packets of GDB's remote serial protocol (GDB manual, appendix E, "Overview"). */

const [DOLLAR, HASH, PLUS, MINUS, ESCAPE, STAR] = [0x24, 0x23, 0x2b, 0x2d, 0x7d, 0x2a];
const ESCAPED = new Set([DOLLAR, HASH, ESCAPE, STAR]);
/** What a repeat count stands above, as a printable character. */
const REPEAT_BASE = 29;
/** Bytes of one packet: no stub sends more, and what has no end would fill all memory. */
const MOST = 2 ** 20;

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');
const sumOf = (bytes: Iterable<number>): number => {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) & 0xff;
  return sum;
};

/** A packet; the body's characters are bytes. */
export function packetOf(body: string): Uint8Array {
  const bytes = Array.from(body, (c) => c.charCodeAt(0)).flatMap((byte) =>
    ESCAPED.has(byte) ? [ESCAPE, byte ^ 0x20] : [byte],
  );
  const end = Array.from(hexByte(sumOf(bytes)), (c) => c.charCodeAt(0));
  return Uint8Array.from([DOLLAR, ...bytes, HASH, ...end]);
}

/** What a stub sent: a body, one whose checksum is wrong, or what it made of ours. */
export type Received =
  | { readonly kind: 'packet'; readonly body: string }
  | { readonly kind: 'bad' | 'ack' | 'nak' };

/** A body without escapes and repeats: `0*"` is `0` four times. */
function expanded(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === ESCAPE && i + 1 < bytes.length) text += String.fromCharCode(bytes[++i]! ^ 0x20);
    else if (byte === STAR && text !== '' && i + 1 < bytes.length)
      text += text.at(-1)!.repeat(Math.max(0, bytes[++i]! - REPEAT_BASE));
    else text += String.fromCharCode(byte);
  }
  return text;
}

/** Finds packets in bytes as they come, in pieces of any size; what stands between them is noise. */
export function createPackets(): (chunk: Uint8Array) => Received[] {
  let body: number[] | undefined;
  let sum: string | undefined;
  return (chunk) => {
    const found: Received[] = [];
    for (const byte of chunk) {
      if (sum !== undefined) {
        sum += String.fromCharCode(byte);
        if (sum.length < 2) continue;
        const isFine = sumOf(body!) === parseInt(sum, 16);
        found.push(isFine ? { kind: 'packet', body: expanded(body!) } : { kind: 'bad' });
        body = sum = undefined;
      } else if (byte === DOLLAR) body = [];
      else if (body && byte === HASH) sum = '';
      else if (body && body.length < MOST) body.push(byte);
      else if (body) {
        found.push({ kind: 'bad' });
        body = undefined;
      } else if (byte === PLUS) found.push({ kind: 'ack' });
      else if (byte === MINUS) found.push({ kind: 'nak' });
    }
    return found;
  };
}

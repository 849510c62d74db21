/** What debuggers and shells print before a command; people paste it with the dump. */
const prompt =
  /^(?:\((?:gdb|kgdb|lldb|qemu|rr|udb)\)|(?:\d+(?:: |:\d+))?(?:l?kd)?>(?= ?[a-z!.])|(?:crash|pwndbg|gef|mdb|J-Link|U-Boot|Shell|PS [A-Z]:[^>]*)>|gef➤|=>|>>>|\.\.\.(?= [^↓])|(?:\[\d+\])?kdb>|\[0x[0-9a-f]+\]>|(?:[^\s@]{1,64}@[^\s@]{1,200})?[$#%]|\[[^\s@]{1,64}@[^\s@]{1,64} [^\s\]]{1,200}\][$#])(?=\s|$|[a-z!.])\s*/u;

/** A debugger that reads its commands from a pipe prints data right after the prompt. */
const data = /^(?:0x[0-9a-f]|[0-9a-f]{4,}(?:[\s:`]|$)|[0-9a-f]{2}(?:[\s:][0-9a-f]{2})+\s*$)/i;
/** A line of a dump behind a command: the two were joined. */
const carries =
  /\s(?:0x)?[0-9a-f]{4,16}(?::\s{1,4}(?:0x)?[0-9a-f]{2,16}(?=\s|$)|(?:\s{1,2}(?:0x)?[0-9a-f]{2,16}){4}(?=\s|$))/i;
const comment = new RegExp(String.raw`^[ \t]{0,64}#[ \t]{0,64}${data.source.slice(1)}`, 'i');

/**
 * A line behind `#` is a comment, or a command of root's, but for the rows of WinDbg's `!dq`, `!dd`
 * and their like: a physical address, set right in eight columns, and groups of one width.
 */
const physical =
  /^#( {0,7})([0-9a-f]{1,16}) {1,2}(?:[0-9a-f]{8}`?[0-9a-f]{8}|[0-9a-f]{8}|[0-9a-f]{4}|[0-9a-f]{2})(?= |$)/i;

function isPhysical(text: string): boolean {
  const [, space, digits] = physical.exec(text.trimStart()) ?? [];
  if (digits === undefined || (digits.startsWith('0') && digits !== '0')) return false;
  return space!.length + digits.length === 8 || (space === '' && digits.length > 8);
}

const pager =
  /^-{2,3} ?(?:Type <(?:RET|return)>|More|\(END\))|^(?:\(END\)|lines \d+-\d+)|^:?\s*--More--/i;

const fence = /^(?:`{3,}|~{3,})[\w-]*\s*$/;

/** Rulers above the columns of a dump: names of columns, dashes and boxes, offsets that count up. */
const names =
  /^\s*(?:Offset(?:\(h\)|\(d\))?|- offset -|Label:|Path:|Length:|Address|\S+::dump(?: -\S+)?)(?:\s|$)/i;
const box = /^[\s|+┌┬┐└┴┘├┼┤─═╔╗╚╝-]*$/;
const side = /[─-]{4}/;
const offsets =
  /^\s{4,}(?:\\\/ *)?0?0[ -]*0?1[ -]*0?2[ -]*0?3[ -]*0?4[ -]*0?5[ -]*0?6[ -]*0?7[ -]*0?8[ -]*0?9[ -]*0?a[ -]*0?b[ -]*0?c[ -]*0?d[ -]*0?e[ -]*0?f(?=\s|$)/i;

/** An address or a word behind the names of columns: a ruler that was joined with a line. */
const joined =
  /^\s*(?:Offset|- offset -|\S+::dump)(?=.*(?:\b0x[0-9a-f]{3}|\b[0-9a-f]{4}(?: [0-9a-f]{4}| {2})))/i;

function isRuler(text: string): boolean {
  if ((names.test(text) && !joined.test(text)) || (box.test(text) && side.test(text))) return true;
  const counted = offsets.exec(text)?.[0].length;
  return counted !== undefined && !/\s/.test(text.slice(counted).trim());
}

/** Nothing that a shell or a debugger says is longer. */
const mostTalk = 2 ** 16;

export type SessionLine =
  | { readonly kind: 'data'; readonly skip: number }
  /** A command, a pager's question, a ruler: talk around a dump that says nothing of memory. */
  | { readonly kind: 'talk'; readonly isCommand: boolean }
  /** Bytes behind `#`, which are left out and counted. */
  | { readonly kind: 'comment' };

/** Whether a line may be data, and where in it the data begin. */
export function sessionLine(text: string): SessionLine {
  if (text.length > mostTalk) return { kind: 'data', skip: 0 };
  if (comment.test(text)) return isPhysical(text) ? { kind: 'data', skip: 0 } : { kind: 'comment' };
  const skip = prompt.exec(text)?.[0].length ?? 0;
  const rest = text.slice(skip);
  if (skip > 0 && carries.test(rest.slice(0, 4096))) return { kind: 'data', skip: 0 };
  if (skip > 0 && !data.test(rest)) return { kind: 'talk', isCommand: /\S/.test(rest) };
  if (pager.test(rest) || fence.test(rest) || isRuler(rest))
    return { kind: 'talk', isCommand: false };
  return { kind: 'data', skip };
}

const start = /\/[*/]|#/g;

/**
 * The text with comments of C, C++, shells and Python as spaces, so that places stay. What is opened
 * and never closed is no comment.
 */
export function withoutComments(text: string): string {
  let out = '';
  let kept = 0;
  let isClosed = true;
  start.lastIndex = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const { index, 0: mark } = found;
    let end = -1;
    if (mark === '/*') {
      const close: number = isClosed ? text.indexOf('*/', index + 2) : -1;
      isClosed = close >= 0;
      if (isClosed) end = close + 2;
    } else if (mark === '//' || isShell(text, index)) {
      end = text.indexOf('\n', index);
      if (end < 0) end = text.length;
    }
    if (end < 0) continue;
    out += text.slice(kept, index) + text.slice(index, end).replace(/[^\n]/g, ' ');
    kept = end;
    start.lastIndex = end;
  }
  return out + text.slice(kept);
}

/** `#` behind a space or a comma; before a digit it may be a mark of an address. */
const isShell = (text: string, at: number): boolean =>
  /[\s,]/.test(text.charAt(at - 1)) && !/[0-9a-f]/i.test(text.charAt(at + 1));

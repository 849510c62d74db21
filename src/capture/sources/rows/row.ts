import type { Position } from '../source-error.js';

/** How the address of a line is written, and what stands between it and the groups. */
export interface Head {
  /** Digits without `0x` and back-ticks; empty where lines have no address. */
  readonly digits: string;
  readonly hasPrefix: boolean;
  /** A back-tick in it, or `#` before it, as WinDbg alone prints addresses. */
  readonly hasTick: boolean;
  readonly hasSymbol: boolean;
  readonly mark: '' | ':' | '=' | '-' | '|';
  /** Spaces before all of it. */
  readonly indent: number;
  /** Spaces before the first group; a tab counts as one, and is told. */
  readonly gap: number;
  readonly hasTab: boolean;
  /** Characters up to the first group. */
  readonly length: number;
}

/** One group of digits of a line. */
export interface Token {
  /** Without `0x`. */
  readonly digits: string;
  /** In the line. */
  readonly at: number;
  readonly end: number;
  /** Spaces before it. */
  readonly gap: number;
  /** What else stands before it, as the `-` in the middle of a line. */
  readonly mark: boolean;
}

/** Whether the text column shows the bytes as they are written, and with their groups turned round. */
export interface Agreement {
  readonly written: boolean;
  readonly little: boolean;
}

/** A line of bytes, its words not yet turned round. */
export interface Row extends Position {
  readonly head: Head;
  /** In the order in which they are written. */
  readonly bytes: Uint8Array;
  /** Bytes of a group; the last may have fewer. */
  readonly group: number;
  /** Whether groups begin with 0x, and so are numbers. */
  readonly isNumber: boolean;
  /** Spaces before the text column; `undefined` without one. */
  readonly textGap?: number;
  readonly agrees: Agreement;
  /** Whether a short group is set right, as only `xxd -e` does. */
  readonly isSetRight: boolean;
  readonly isLogged: boolean;
}

/** `*`: lines like the one before, up to the next address. */
export interface Repeat extends Position {
  readonly kind: 'repeat';
}

/** The address after the last byte, alone on its line. */
export interface End extends Position {
  readonly kind: 'end';
  readonly head: Head;
}

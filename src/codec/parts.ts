import type {
  ArrayShape,
  CharsShape,
  CompoundShape,
  FlexibleShape,
  FloatShape,
  MemberShape,
  PaddingSpan,
  Path,
  Shape,
} from '../layout/index.js';
import type { Fault } from './fault.js';
import type { Fields } from './fields.js';
import type { Visit } from './check.js';
import type { Tail } from './flexible.js';

/** What the engine needs of flexible arrays; see `flexible.ts`. */
export interface Tails {
  fixedSize(layout: Shape): number;
  encodedSize(layout: Shape, value: unknown): number;
  tailOf(layout: Shape): Tail | undefined;
  /** Sets the elements in what has been read of the struct at `at`. */
  read(
    layout: CompoundShape,
    bytes: Uint8Array,
    at: number,
    parts: Parts,
    out: Record<string, unknown>,
  ): void;
  tailFault(layout: Shape, bytes: Uint8Array, offset: number): Fault | undefined;
  checkCount(
    layout: CompoundShape,
    m: MemberShape,
    value: Fields,
    base: number,
    path: Path,
  ): Fault | undefined;
}

export type List = ArrayShape | FlexibleShape;

/** What the engine needs of arrays; see `lists.ts`. */
export interface Lists {
  read(list: List, bytes: Uint8Array, at: number, parts: Parts): unknown[];
  write(list: List, value: unknown, bytes: Uint8Array, at: number, parts: Parts): void;
  check(list: List, value: unknown, base: number, path: Path, parts: Parts): Fault | undefined;
  walk(
    list: List,
    value: unknown,
    base: number,
    path: Path,
    visit: Visit,
    parts: Parts,
  ): Fault | undefined;
  snapshot(list: List, value: unknown, parts: Parts): unknown;
}

/** What the engine needs of character arrays; see `text.ts`. */
export interface Text {
  read(bytes: Uint8Array, offset: number, length: number): string;
  write(bytes: Uint8Array, offset: number, length: number, text: string): void;
  check(layout: CharsShape, value: unknown, base: number, path: Path): Fault | undefined;
}

/** What the engine needs of floating-point numbers; see `floats.ts`. */
export interface Floats {
  read(bytes: Uint8Array, offset: number, size: number): unknown;
  write(bytes: Uint8Array, offset: number, size: number, value: unknown): void;
  check(layout: FloatShape, value: unknown, base: number, path: Path): Fault | undefined;
}

/**
 * What the engine is given of what not every layout has. A printed codec imports those that
 * its layout needs, so that a bundle has no more.
 */
export interface Parts {
  /** Where the given members of a union disagree; needed when there are unions. */
  agree?(
    union: CompoundShape,
    value: Fields,
    base: number,
    path: Path,
    parts: Parts,
  ): Fault | undefined;
  /** Needed when there is a character array. */
  readonly text?: Text;
  /** Needed when there is a floating-point number. */
  readonly floats?: Floats;
  /** Needed when there is an array, a flexible one too. */
  readonly lists?: Lists;
  /** Needed when there is a flexible array. */
  readonly tails?: Tails;
  /** The padding of these very bytes. */
  padding(bytes: Uint8Array, offset: number): Iterable<PaddingSpan>;
}

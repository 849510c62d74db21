import type { Abi } from '../layout/index.js';

/** What the headers that declare the structs ask of whoever includes them. */
export interface View {
  readonly struct: string;
  readonly header: string;
  readonly guard: string;
  readonly since?: number;
  readonly bitFields?: readonly string[];
  readonly isForTools: boolean;
}

/** Headers that declare different structs to different programs. */
export interface Views {
  /** A macro that is defined where they were included. */
  readonly included: string;
  /** The macros that show all of them: one for those who may, and the owner's. */
  readonly forTools: string;
  readonly forOwner: string;
  /** The macro of their version, and what to ask for. */
  readonly versionMacro: string;
  readonly version: number;
  readonly structs: readonly View[];
}

export interface ExportOptions {
  /**
   * The architecture whose compiler lays the structs out, where it is not theirs: the compat
   * layer of a 64-bit hypervisor has the structs of its 32-bit guests.
   */
  readonly host?: Abi | undefined;
  /** What that layer calls a struct. */
  readonly rename?: ((name: string) => string) | undefined;
  /** Bytes: its compiler aligns no struct to more. */
  readonly mostAlign?: number | undefined;
  /** Of assertions in C: what to tell people who include those headers. */
  readonly views?: Views | undefined;
}

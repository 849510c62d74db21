import type { Abi } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { exportC } from './c.js';
import { exportCTypes } from './c-types.js';
import { exportImhex } from './imhex.js';
import { exportJson } from './json.js';
import { exportKsy } from './ksy.js';
import type { ExportOptions } from './options.js';
import { exportRust } from './rust.js';

/** Prints declarations for another tool. @throws DeclarationError for one that is not there. */
export type Exporter = (
  types: readonly CompoundType[],
  abi: Abi,
  options?: ExportOptions,
) => string;

/** The exporters by the name that `--to` has for them. */
export const exporters = Object.freeze({
  c: exportC,
  'c-types': exportCTypes,
  rust: exportRust,
  ksy: exportKsy,
  imhex: exportImhex,
  json: exportJson,
}) satisfies Readonly<Record<string, Exporter>>;
export type ExporterName = keyof typeof exporters;

export type { ExportOptions } from './options.js';
export { exportC, exportCTypes, exportImhex, exportJson, exportKsy, exportRust };
export { hasFloat, isOpen, type StructVector } from './vectors.js';
export { vectorsInC } from './vectors-c.js';
export { vectorsInRust } from './vectors-rust.js';
export { layoutRecord } from './json.js';

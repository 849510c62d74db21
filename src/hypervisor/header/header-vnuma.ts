import type { Vnuma } from '../state/domain.js';
import { FactError, object, objects, required, whole } from './header-values.js';

const MOST = (1n << 32n) - 1n;

function numbers(value: unknown, path: string): number[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new FactError(path, 'is no array');
  return value.map((item: unknown, i) =>
    Number(required(whole({ [i]: item }, String(i), path, MOST), `${path}.${i}`)),
  );
}

/** A domain's virtual NUMA topology, if the header describes one. */
export function vnumaOf(value: unknown, path: string): Vnuma | undefined {
  if (value === undefined || value === null) return undefined;
  const raw = object(value, path);
  const ranges = objects(raw['ranges'], `${path}.ranges`) ?? [];
  return {
    nodes: Number(required(whole(raw, 'nodes', path, 64n), `${path}.nodes`)),
    distances: numbers(raw['distances'], `${path}.distances`),
    vcpus: numbers(raw['vcpus'], `${path}.vcpus`),
    ranges: ranges.map((range, i) => {
      const at = `${path}.ranges[${i}]`;
      const field = (key: string): bigint => required(whole(range, key, at), `${at}.${key}`);
      return {
        start: field('start'),
        end: field('end'),
        flags: Number(whole(range, 'flags', at, MOST) ?? 0n),
        nid: Number(field('nid')),
      };
    }),
  };
}

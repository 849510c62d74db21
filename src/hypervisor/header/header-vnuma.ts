import type { Vnuma } from '../state/domain.js';
import { FactError, object, objects, required, whole } from './header-values.js';

const MOST = (1n << 32n) - 1n;

function numbers(value: unknown, path: string, most = MOST): number[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new FactError(path, 'is no array');
  return value.map((item: unknown, i) =>
    Number(required(whole({ [i]: item }, String(i), path, most), `${path}.${i}`)),
  );
}

/** A domain's virtual NUMA topology, if the header describes one. */
export function vnumaOf(value: unknown, path: string): Vnuma | undefined {
  if (value === undefined || value === null) return undefined;
  const raw = object(value, path);
  const ranges = objects(raw['ranges'], `${path}.ranges`) ?? [];
  const count = required(whole(raw, 'nodes', path, 64n), `${path}.nodes`);
  if (count === 0n) throw new FactError(`${path}.nodes`, 'is 0: a topology has at least one node');
  const distances = numbers(raw['distances'], `${path}.distances`);
  const nodes = Number(count);
  if (distances.length !== nodes ** 2)
    throw new FactError(`${path}.distances`, `has ${distances.length} of ${nodes ** 2} numbers`);
  return {
    nodes,
    distances,
    vcpus: numbers(raw['vcpus'], `${path}.vcpus`, count - 1n),
    ranges: ranges.map((range, i) => {
      const at = `${path}.ranges[${i}]`;
      const field = (key: string, most?: bigint): bigint =>
        required(whole(range, key, at, most), `${at}.${key}`);
      const [start, end] = [field('start'), field('end')];
      if (end < start) throw new FactError(at, 'ends before it starts');
      const flags = Number(whole(range, 'flags', at, MOST) ?? 0n);
      return { start, end, flags, nid: Number(field('nid', count - 1n)) };
    }),
  };
}

/**
 * Xen's releases whose memory interface is known, and the last point release of each: what
 * `xen-4.M` without a point stands for. Rules change in point releases, too.
 */
export const lastPoints: Readonly<Record<number, number>> = Object.freeze({
  13: 5,
  14: 6,
  15: 7,
  16: 7,
  17: 7,
  18: 6,
  19: 6,
  20: 4,
  21: 2,
  22: 0,
});

/** One release of Xen 4: 4.20.3 has minor 20 and point 3. */
export interface Release {
  readonly minor: number;
  readonly point: number;
}

/** What the name of an interface stands for. */
export interface InterfaceMeaning {
  /** Whose numbers and structs: one of `interfaces`. */
  readonly commands: 'xen-4.17' | 'pin-v4';
  /** Whose rules. The calls of 2013 are modelled on a hypervisor of today. */
  readonly release: Release;
  /** Whether the name leaves the point release open, and the last one is meant. */
  readonly isOpen: boolean;
}

const newest = (minor: number): Release => ({ minor, point: lastPoints[minor]! });

/** The meaning of `xen-4.M`, `xen-4.M.P` or `pin-v4`; nothing for another name. */
export function interfaceMeaning(name: string): InterfaceMeaning | undefined {
  if (name === 'pin-v4') return { commands: 'pin-v4', release: newest(17), isOpen: false };
  const [, minor, point] = /^xen-4\.(\d{2})(?:\.(\d{1,2}))?$/.exec(name) ?? [];
  if (minor === undefined || !Object.hasOwn(lastPoints, minor)) return undefined;
  const release =
    point === undefined ? newest(Number(minor)) : { minor: Number(minor), point: Number(point) };
  return { commands: 'xen-4.17', release, isOpen: point === undefined };
}

/** The names of interfaces, in words. */
export const interfaceNames = 'xen-4.13 to xen-4.22, with or without a point release, and pin-v4';

/** A release as people write it: `4.20.3`. */
export const releaseName = ({ minor, point }: Release): string => `4.${minor}.${point}`;

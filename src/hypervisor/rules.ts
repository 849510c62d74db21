import { interfaceMeaning, type Release, releaseName } from '../../abi/index.js';

/**
 * What releases of Xen do differently: each rule with the first releases that have it, one a
 * branch, and the commit that brought it. All were looked at in the source; those marked with a
 * star were also measured on a hypervisor of either side.
 */
const SINCE = {
  /** * 32-bit exchange: an order of 32 or more is -EPERM before anything else. 560c51be8f */
  refusesCompatOrders: ['4.18.5', '4.19.3', '4.20.1', '4.21.0'],
  /** * A multicall counts its calls in 64 bits. d2bbb0d455 */
  countsCallsLong: ['4.20.0'],
  /** * Pages that go are claimed no more. 75d29d9b5e, of 4.21 3472783c26 */
  keepsClaims: ['4.19.5', '4.20.3', '4.21.0'],
  /** A page that max_pages refuses has used up claim all the same. 75d29d9b5e */
  claimsBeforeLimit: ['4.19.5', '4.20.3', '4.21.1'],
  /** claim_pages of a dying domain is -EINVAL. 2379ca04fe */
  refusesDyingClaims: ['4.19.5', '4.20.3', '4.21.1'],
  /** * x86: a page to be moved that is no plain memory is -EACCES. c9491ea21a */
  deniesBadSources: ['4.19.5', '4.20.3', '4.21.1'],
  /** * A range that is moved up onto itself goes backwards. 7acc7dd36b */
  movesBackwards: ['4.20.4', '4.21.2'],
  /** * machine_memory_map is there for translated guests. db04be9e7d */
  mapsMachineForTranslated: ['4.19.0'],
  /** * x86: any translated guest may map foreign pages and acquire resources. 845a60b63b */
  allowsForeignToAll: ['4.19.0'],
  /** * acquire_resource: a type that is unknown is -EINVAL. 9b87082900 */
  refusesUnknownResources: ['4.18.5', '4.19.2', '4.20.0'],
  /** The vmtrace resource is a part that can be left out. 4202f7d0cd */
  mayLackTrace: ['4.22.0'],
  /** * Arm: foreign pages are looked up as those of a remote domain. c8e99384ac */
  looksUpRemotely: ['4.20.4', '4.21.2'],
  /** * xenoprof_op is gone. 69e8aaf9cc */
  lacksXenoprof: ['4.22.0'],
  /** hypfs_op is there. 5b5ccafb0c */
  knowsHypfs: ['4.14.0'],
  /** * acquire_resource tells a resource's real size, and takes more than 32. 9244528955 */
  tellsResourceSize: ['4.15.0'],
  /** * Populate on demand is refused to PV domains. 26c719f67e */
  refusesTargetsOfPv: ['4.17.0'],
  /** * add_to_physmap refuses ranges that wrap, and the last page number. ef0f94a48f */
  refusesWraps: ['4.17.0'],
  /** * Arm: a page of Xen's own is mapped once. 71320946d5 */
  mapsXenPagesOnce: ['4.17.0'],
  /** * x86 PV: an integer that is not aligned is written byte by byte. 67a8e5721e */
  writesUnalignedInParts: ['4.18.4', '4.19.1', '4.20.0'],
  /** A mapping that fails fails its extent. a16cf950fc */
  checksMappings: ['4.16.0'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Which of the rules a hypervisor has. */
export type Rules = Readonly<Record<keyof typeof SINCE, boolean>>;

function has({ minor, point }: Release, firsts: readonly string[]): boolean {
  let newest = 0;
  for (const first of firsts) {
    const [, branch, from] = first.split('.').map(Number) as [number, number, number];
    if (minor === branch) return point >= from;
    newest = branch;
  }
  return minor > newest;
}

/** The rules of the hypervisor that a header's `interface` names; of Xen 4.17 where it names none. */
export function rulesOf(name: unknown): Rules {
  const { release } = interfaceMeaning(String(name)) ?? interfaceMeaning('xen-4.17')!;
  const rules = Object.entries(SINCE).map(([name, firsts]) => [name, has(release, firsts)]);
  return Object.fromEntries(rules) as Rules;
}

/** The release that an open name is taken for, and the point releases that its rules changed in. */
export interface OpenRelease {
  readonly release: string;
  readonly changed: readonly string[];
}

/** What a name leaves open that says no point release; nothing where no rule depends on it. */
export function openRelease(name: string): OpenRelease | undefined {
  const meaning = interfaceMeaning(name);
  if (!meaning?.isOpen) return undefined;
  const branch = `4.${meaning.release.minor}.`;
  const firsts: readonly string[] = Object.values(SINCE).flat();
  const points = firsts.filter((first) => first.startsWith(branch) && first !== `${branch}0`);
  const changed = [...new Set(points)].sort();
  return changed.length === 0 ? undefined : { release: releaseName(meaning.release), changed };
}

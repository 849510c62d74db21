/** What looks wrong where each warning is given, by its code; docs/contracts.md has the same table. */
export const warningMeanings = {
  padding: "non-zero padding: a leak of the sender's memory",
  'handle-upper-half': 'an arm32 handle whose upper 32 bits are not zero',
  'handle-null': 'a NULL handle whose list has elements',
  'handle-wrap': 'a list that wraps around the address space',
  'handle-unaligned': 'a handle that is not aligned as its elements are',
  'list-overlap': 'two lists that share memory, one of them written',
  'list-truncated': 'a list that runs out of the captured memory',
  'list-left-out':
    'a list of which only earlier lines have the elements, when such lists have had too many in all',
  'argument-truncated': 'an argument of which the capture has only a part',
  'nr-exchanged': 'nr_exchanged above in.nr_extents',
  'unknown-flags': 'bits of a flags word that have no name',
  'size-mismatch': 'an exchange whose two sides differ in size',
  'fragment-struct': 'a struct by value where the command takes another; run says it too',
  'unknown-hypercall': 'a number that is no hypercall, or none on this architecture',
  'unknown-operation': 'a number that is no operation of its hypercall',
  'must-be-zero': 'a register or a field that the operation refuses unless it is zero',
  'interface-version': "a struct of another interface version than the header's",
  'input-guessed': 'a pasted text that may be read in another way, too',
} as const;

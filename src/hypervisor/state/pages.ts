function* run(first: bigint, order: number): Generator<bigint> {
  const end = first + (1n << BigInt(order));
  for (let page = first; page < end; page++) yield BigInt.asUintN(64, page);
}

/** The page numbers of an extent; they wrap, as unsigned longs do. */
export const pagesOf = (first: bigint, order: number): Iterable<bigint> =>
  order === 0 ? [BigInt.asUintN(64, first)] : run(first, order);

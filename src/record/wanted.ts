import type { DecodedCall, DecodedList, DecodedRequest } from '../capture/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';

/** Bytes of guest memory that a call names. */
export interface Range {
  readonly address: bigint;
  /** Bytes. */
  readonly size: bigint;
}

/** Elements that are looked for at once in a list that ends with a certain one. */
const STRIDE = 64n;

function ofList(abi: Abi, list: DecodedList): Range[] {
  if (!list.type || list.address === 0n) return [];
  const element = BigInt((layoutOf(list.type, abi) as Layout).size);
  const known = BigInt(list.before?.length ?? 0);
  const length = list.isEndless === true ? known + STRIDE : list.length;
  if (length <= known) return [];
  return [{ address: list.address + known * element, size: (length - known) * element }];
}

function ofRequest(abi: Abi, { argument, lists }: DecodedRequest): Range[] {
  const rest = argument && argument.known < argument.size && argument.address !== 0n;
  return [
    ...(rest
      ? [
          {
            address: argument.address + BigInt(argument.known),
            size: BigInt(argument.size - argument.known),
          },
        ]
      : []),
    ...lists.flatMap((list) => ofList(abi, list)),
  ];
}

/**
 * The memory that a call names, as far as it is known what it names, and that nobody has shown:
 * its argument, the lists of that, and what those name in turn once they are known.
 */
export const wantedBy = (call: DecodedCall): readonly Range[] =>
  [call, ...(call.entries ?? [])].flatMap((request) => ofRequest(call.abi, request));

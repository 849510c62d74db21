const tagOf = /* @__PURE__ */ (() =>
  Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(Uint8Array.prototype) as object,
    Symbol.toStringTag,
  )!.get!)();

/**
 * Whether a value is a Uint8Array, be it of another realm: a frame of a page, a worker's
 * context. What only looks like one has no such tag.
 */
export const isBytes = (value: unknown): value is Uint8Array => tagOf.call(value) === 'Uint8Array';

/** A copy of plain data that nobody can change, however deep. */
export function frozen<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  const copy: unknown = Array.isArray(data)
    ? data.map(frozen)
    : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, frozen(value)]));
  return Object.freeze(copy) as T;
}

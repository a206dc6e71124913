/** A list with the thing at this place one place further up. */
export function moved<T>(list: readonly T[], at: number): T[] {
  const taken = list[at];
  if (taken === undefined || at === 0) return [...list];
  const others = list.filter((_each, place) => place !== at);
  return [...others.slice(0, at - 1), taken, ...others.slice(at - 1)];
}

/** One act of the register in words, for a kind of event known here or not. */
import type { Words } from '../platform/i18n.ts';
import type { EventWords } from './event-words.ts';

interface SaidEvent {
  readonly kind: string;
  readonly by: { readonly name: string } | null;
  readonly person: { readonly name: string } | null;
}

export function sayEvent(
  { kind, by, person }: SaidEvent,
  say: { readonly events: Words<EventWords>; readonly unknownEvent: string },
): string {
  const sentence = Object.entries(say.events).find(([known]) => known === kind)?.[1];
  return sentence ? sentence(by?.name ?? null, person?.name ?? null) : say.unknownEvent;
}

/** What an instance has to say of itself on every page: that it is a demonstration, that its database is for trying. */
import { useWords } from '../platform/language.tsx';
import { useInstance, useMe } from '../platform/session.tsx';
import { Band } from '../ui/notice.tsx';
import { words } from './words.ts';

export function InstanceBands() {
  const { demonstration, embeddedDatabase } = useInstance();
  const administers = useMe()?.grants.some(({ role }) => role === 'admin') ?? false;
  const say = useWords(words);
  return (
    <>
      {demonstration && (
        <Band tone="warning">
          <strong>{say.demonstrationBand}</strong> {say.demonstrationBandWhat}
        </Band>
      )}
      {embeddedDatabase && administers && (
        <Band>
          <strong>{say.embeddedBand}</strong> {say.embeddedBandWhat}
        </Band>
      )}
    </>
  );
}

/** `/preparer/formats`: the formats of the house; with `?de=` a challenge, its settings are kept as one more. */
import { challengeId } from '@butinerie/contracts';
import { mayModerate } from '@butinerie/domain';
import { useSearchParams } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { LinkButton } from '../ui/button.tsx';
import { CardList } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { FormatItem } from './format-item.tsx';
import { KeepFormat } from './keep-format.tsx';
import { useFormatsOfTheHouse } from './queries.ts';
import { words } from './words.ts';

export function FormatsPage() {
  const say = useWords(words);
  const me = useSignedIn();
  const from = challengeId.safeParse(useSearchParams()[0].get('de')).data;
  const back = (
    <div>
      <LinkButton to="/preparer">{say.back}</LinkButton>
    </div>
  );
  if (!mayModerate(me)) return <Page title={say.title} now={say.notYours} acts={back} />;
  return (
    <Page title={say.title} now={say.now} acts={back}>
      {from !== undefined && mayModerate(me, from) && <KeepFormat of={from} />}
      <Formats />
    </Page>
  );
}

function Formats() {
  const say = useWords(words);
  return (
    <Reading read={useFormatsOfTheHouse()}>
      {({ formats }) =>
        formats.length === 0 ? (
          <EmptyState title={say.none}>{say.noneWhat}</EmptyState>
        ) : (
          <CardList label={say.title}>
            {formats.map((format) => (
              <FormatItem key={format.id} format={format} />
            ))}
          </CardList>
        )
      }
    </Reading>
  );
}

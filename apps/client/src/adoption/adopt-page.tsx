/** Adopting one idea: a page to be signed; once signed, the same page says what was promised. */
import type { IdeaPage } from '@butinerie/contracts';
import { mayAnswerFor } from '@butinerie/domain';
import { useState } from 'react';
import { readKept } from '../platform/kept.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { IdeaCredit } from '../ui/credit-line.tsx';
import { NamedIdea } from '../ui/idea-page.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { KeptText, Page } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { AdoptedView } from './adopted-view.tsx';
import { AdoptionForm, draftKey } from './adoption-form.tsx';
import folded from '../ui/folded.module.css';
import css from './adoption.module.css';
import { DeclineForm } from './decline-form.tsx';
import { recallAdoption } from './draft-adoption.ts';
import { useDesk } from './queries.ts';
import { words } from './words.ts';

export function AdoptPage() {
  return <NamedIdea>{(idea) => <Answering idea={idea} />}</NamedIdea>;
}

type Done = 'adopted' | 'declined' | null;

function Answering({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const { list } = useFormats();
  const me = useSignedIn();
  const [done, setDone] = useState<Done>(null);
  const title = idea.seal?.title ?? idea.title;
  const { adoption } = idea;
  const mayAdopt = idea.acts.includes('adoptIdea');
  const mayDecline = idea.acts.includes('declineAdoption');
  const desk = useDesk(mayAdopt || mayDecline);
  const credit = <IdeaCredit idea={idea} />;
  const ways = (
    <ButtonRow>
      <LinkButton to={`/idees/${idea.id}`}>{say.backToIdea}</LinkButton>
      {me.grants.some(({ role }) => role === 'sponsor') && (
        <LinkButton to="/adopter">{say.toDesk}</LinkButton>
      )}
    </ButtonRow>
  );

  if (adoption)
    return (
      <Page title={say.adoptedTitle(title)} kicker={say.kicker} credit={credit}>
        {done === 'adopted' && (
          <Notice live tone="good" title={say.doneTitle}>
            <p>{say.doneWhat(adoption.carrierOffer.to.name)}</p>
          </Notice>
        )}
        <AdoptedView idea={idea} adoption={adoption} />
        <Unsent person={me.id} idea={idea.id} />
        {ways}
      </Page>
    );
  if (done === 'declined')
    return (
      <Page title={title} kicker={say.kicker} credit={credit}>
        <Notice live tone="good" title={say.declinedTitle}>
          <p>{say.declinedWhat}</p>
        </Notice>
        {ways}
      </Page>
    );
  if (!mayAdopt && !mayDecline)
    return (
      <Page title={title} kicker={say.kicker} credit={credit}>
        <EmptyState title={say.notOpen} act={ways}>
          {say.notOpenWhat}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={say.adoptTitle(title)} kicker={say.kicker} credit={credit}>
      <Reading read={desk} skeleton={<Skeleton lines={8} />}>
        {({ directorates, pilots, entries }) => {
          const speaker = { person: me.id, directorate: me.directorate?.id ?? null, grants: me.grants };
          const mine = directorates.filter(({ id }) => mayAnswerFor(speaker, id, idea.challenge));
          const said = entries.find((entry) => entry.idea === idea.id)?.declinedBy ?? [];
          const open = mine.filter(({ name }) => !said.includes(name));
          const no = mine.filter(({ name }) => said.includes(name));
          return (
            <>
              {no.length > 0 && <Notice>{say.alreadyDeclined(list(no.map(({ name }) => name)))}</Notice>}
              {mayAdopt && (
                <AdoptionForm
                  idea={idea}
                  directorates={mine}
                  pilots={pilots}
                  onAdopted={() => setDone('adopted')}
                />
              )}
              {mayDecline && open.length > 0 && (
                <DeclineForm idea={idea.id} directorates={open} onDeclined={() => setDone('declined')} />
              )}
            </>
          );
        }}
      </Reading>
      {ways}
    </Page>
  );
}

/** Somebody else was first: what one had typed is still there to be read and copied. */
function Unsent({ person, idea }: { readonly person: string; readonly idea: string }) {
  const say = useWords(words);
  const [kept] = useState(() => readKept(draftKey(person, idea), recallAdoption));
  if (!kept || kept.promise.trim() === '') return null;
  return (
    <details className={folded.folded}>
      <summary>{say.whatYouWrote}</summary>
      <div className={css.quote}>
        <KeptText>{kept.promise}</KeptText>
        <KeptText>{kept.milestone}</KeptText>
      </div>
    </details>
  );
}

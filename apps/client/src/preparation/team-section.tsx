/** Who answers for a directorate and who runs the challenge; the pages of people give the roles. */
import type { Challenge, PersonRef } from '@butinerie/contracts';
import { mayAdminister, mayModerate } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import css from './preparation.module.css';
import { words } from './words.ts';

export const giveRoleAt = (role: string, challenge: string): string =>
  `/personnes?role=${role}&defi=${challenge}`;

export function TeamSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const { id, sponsors, moderators, acts, phase } = challenge;
  const me = useSignedIn();
  const over = phase === 'archived' || phase === 'cancelled';
  // Nobody is asked to join what is over; the page of people still gives every role, to whoever may.
  const adds = !over && (mayModerate(me, id) || mayAdminister(me));
  return (
    <Section title={say.teamTitle}>
      <div className={css.team}>
        <Members title={say.sponsors} people={sponsors} />
        {adds && (
          <LinkButton to={giveRoleAt('sponsor', id)} icon="plus">
            {say.addSponsor}
          </LinkButton>
        )}
      </div>
      <div className={css.team}>
        <Members title={say.moderators} people={moderators} />
        {adds && (
          <LinkButton to={giveRoleAt('moderator', id)} icon="plus">
            {say.addModerator}
          </LinkButton>
        )}
      </div>
      {acts.includes('prepareChallenge') && (
        <div className={css.team}>
          <h3>{say.settings}</h3>
          <p className={css.what}>{say.settingsWhat}</p>
          <LinkButton to={`/preparer/${id}/reglages`}>{say.toSettings}</LinkButton>
        </div>
      )}
      <div className={css.team}>
        <h3>{say.kit}</h3>
        <p className={css.what}>{say.kitWhat}</p>
        <LinkButton to={`/preparer/${id}/dossier`}>{say.toKit}</LinkButton>
      </div>
      {moderators.length === 1 && adds && <Notice tone="warning">{say.secondPerson}</Notice>}
    </Section>
  );
}

function Members({ title, people }: { readonly title: string; readonly people: readonly PersonRef[] }) {
  const say = useWords(words);
  return (
    <div className={css.members}>
      <h3>{title}</h3>
      {people.length === 0 ? (
        <p className={css.what}>{say.nobody}</p>
      ) : (
        // Safari forgets that a list without bullets is a list.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles
        <ul role="list">
          {people.map((person) => (
            <li key={person.id}>
              <PersonName person={person} directorate />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

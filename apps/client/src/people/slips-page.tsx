/** Slips: for whom, then the sheets to print and cut. */
import { printSlips, type PersonId, type PersonRecord, type Slip } from '@butinerie/contracts';
import { mayAdminister, mayHandSignInLink } from '@butinerie/domain';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { EmptyState, FailureNotice, Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { ForStaff } from './for-staff.tsx';
import { byName } from './find-people.ts';
import { PeopleList } from './people-list.tsx';
import css from './people.module.css';
import { usePeople, usePrintSlips } from './queries.ts';
import { speakerOf } from './roles.ts';
import { SlipSheets } from './slip-sheets.tsx';
import { words } from './words.ts';

/** What the contract takes at once. */
const AT_ONCE = 500;

export function SlipsPage() {
  const [slips, setSlips] = useState<readonly Slip[] | null>(null);
  return (
    <ForStaff>
      {slips ? (
        <SlipSheets slips={slips} onOthers={() => setSlips(null)} />
      ) : (
        <ChooseSlips onReady={setSlips} />
      )}
    </ForStaff>
  );
}

function ChooseSlips({ onReady }: { readonly onReady: (slips: readonly Slip[]) => void }) {
  const say = useWords(words);
  const speaker = speakerOf(useSignedIn());
  const sentHere = printSlips.body.safeParse(useLocation().state);
  const { run, pending, failure } = usePrintSlips();
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set(sentHere.data?.people));
  const [onlyWithout, setOnlyWithout] = useState(true);
  const [nobody, setNobody] = useState(false);

  const choose = (people: Iterable<PersonId>): void => {
    setChosen(new Set(people));
    setNobody(false);
  };
  const print = async (): Promise<void> => {
    setNobody(chosen.size === 0);
    const slips: Slip[] = [];
    for (let from = 0; from < chosen.size; from += AT_ONCE) {
      const result = await run({ body: { people: [...chosen].slice(from, from + AT_ONCE) } });
      if (!result.ok) return;
      slips.push(...result.value.slips);
    }
    if (slips.length > 0) onReady(slips);
  };
  const read = usePeople();
  const offered = ({ id, grants, mail }: PersonRecord): boolean =>
    mayHandSignInLink(speaker, { person: id, grants }) && (!onlyWithout || mail === null);
  const somebody = chosen.size > 0 || (read.state === 'ready' && read.value.people.some(offered));
  return (
    <Page
      width="wide"
      title={say.slipsTitle}
      now={say.slipsWhat}
      acts={
        somebody && (
          <ButtonRow>
            <Button tone="primary" pending={pending} onClick={() => void print()}>
              {say.makeSlips(chosen.size)}
            </Button>
          </ButtonRow>
        )
      }
    >
      <FailureNotice failure={failure} />
      {nobody && (
        <Notice live tone="warning">
          {say.choosePeople}
        </Notice>
      )}
      <p className={css.quiet}>{say.slipsReplace}</p>
      <Section title={say.forWhom}>
        <Checkbox label={say.onlyWithoutMailbox} checked={onlyWithout} onChange={setOnlyWithout} />
        <Reading read={read}>
          {({ people }) => {
            const shown = people.filter(offered).toSorted(byName);
            if (shown.length === 0)
              return <EmptyState title={say.noneToPrint}>{say.noneToPrintWhat}</EmptyState>;
            return (
              <>
                <ButtonRow>
                  <Button onClick={() => choose(shown.map(({ id }) => id))}>
                    {say.chooseAll(shown.length)}
                  </Button>
                  <Button onClick={() => choose([])}>{say.chooseNone}</Button>
                </ButtonRow>
                <PeopleList
                  people={shown}
                  act={({ id, name }) => (
                    <Checkbox
                      label={<span className="out-of-sight">{say.giving.chooseWho(name)}</span>}
                      checked={chosen.has(id)}
                      onChange={(yes) =>
                        choose(yes ? [...chosen, id] : [...chosen].filter((each) => each !== id))
                      }
                    />
                  )}
                />
              </>
            );
          }}
        </Reading>
        {!mayAdminister(speaker) && <p className={css.quiet}>{say.notForYou}</p>}
      </Section>
    </Page>
  );
}

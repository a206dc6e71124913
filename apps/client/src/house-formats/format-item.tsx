/** One format: what a challenge begun with it takes over, and what one may do with it. */
import { listFormats, type HouseFormat } from '@butinerie/contracts';
import { useState, type ReactNode } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Entry } from '../ui/card.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './house-formats.module.css';
import { showFormats, useOfferFormat } from './queries.ts';
import { RenameFormat } from './rename-format.tsx';
import { words } from './words.ts';

export function FormatItem({ format }: { readonly format: HouseFormat }) {
  const say = useWords(words);
  const { shortDay } = useFormats();
  const toast = useToast();
  const [renaming, setRenaming] = useState(false);
  const { run, pending, failure } = useOfferFormat();
  const { id, version, name, savedBy, savedAt, times } = format;
  const offer = async (offered: boolean, seen: number): Promise<boolean> => {
    const result = await run({ params: { format: id }, body: { offered, version: seen } });
    if (result.ok) showFormats(result.value);
    else refresh(listFormats);
    return result.ok;
  };
  const remove = async (): Promise<void> => {
    if (await offer(false, version))
      toast({ text: say.removed(name), undo: () => void offer(true, version + 1) });
  };
  const day = shortDay(savedAt);
  return (
    <Entry>
      <h2 className={css.name}>{name}</h2>
      <p className={css.what}>{savedBy === null ? say.savedOn(day) : say.savedBy(savedBy.name, day)}</p>
      <p>{say.lasts(times.ideasUntil.days + 1, times.closesAt.days, times.decisionDueAt.days)}</p>
      <Contents format={format} />
      <FailureNotice failure={failure} />
      {renaming && <RenameFormat format={format} onDone={() => setRenaming(false)} />}
      <ButtonRow>
        <LinkButton to={`/preparer/nouveau?format=${id}`}>{say.begin}</LinkButton>
        {!renaming && (
          <Button tone="quiet" onClick={() => setRenaming(true)}>
            {say.rename}
          </Button>
        )}
        <Button tone="quiet" pending={pending} onClick={() => void remove()}>
          {say.remove}
        </Button>
      </ButtonRow>
    </Entry>
  );
}

function Contents({ format }: { readonly format: HouseFormat }) {
  const say = useWords(words);
  const { list } = useFormats();
  const { directorates, themes, questions, labels, selectionMode } = format;
  const people = list((directorates ?? []).map(({ name }) => name));
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say.for, directorates === null ? say.everybody : people || say.invited],
    [say.chosenBy, say.selects[selectionMode]],
    [say.themes, list(themes)],
    [say.questions, list(questions)],
    [say.labels, list(labels)],
    [say.look, <Look key="look" format={format} />],
  ];
  const plain = format.colour === null && !format.picture;
  return (
    <dl className={css.contents}>
      {rows
        .filter(([term, value]) => value !== '' && !(plain && term === say.look))
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Look({ format: { colour, picture } }: { readonly format: HouseFormat }) {
  const say = useWords(words);
  const { list } = useFormats();
  return (
    <>
      {colour !== null && <span className={css.swatch} style={{ background: colour }} />}{' '}
      {list([...(colour === null ? [] : [colour]), ...(picture ? [say.picture] : [])])}
    </>
  );
}

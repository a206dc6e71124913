/** The colour of a challenge: any, shown at once as it will be read in both themes. */
import { colour as colourShape, readChallenge, type Challenge } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { refresh, remember } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { tonesOf } from '../ui/tones.ts';
import { PartState } from './part-state.tsx';
import { useSetColour } from './queries.ts';
import css from './settings.module.css';
import { usePart } from './use-part.ts';
import { words } from './words.ts';

const recall = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);
/** Null where it is no colour. */
const readColour = (text: string): string | null =>
  colourShape.safeParse(text.trim().toLowerCase()).data ?? null;

export function ColourSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useSetColour();
  const { id, version } = challenge;
  const part = usePart<string>({ name: 'colour', challenge: id }, challenge.visual.colour ?? '', recall);
  const { value, change } = part;
  const [tried, setTried] = useState(false);
  const colour = readColour(value);
  const none = value.trim() === '';
  const save = async (): Promise<void> => {
    setTried(true);
    if (colour === null && !none) return;
    const result = await run({ params: { challenge: id }, body: { colour, version } });
    if (result.ok) {
      remember(readChallenge, { params: { challenge: id } }, result.value);
      part.takeTheirs();
      setTried(false);
      toast({ text: say.saved });
    } else if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
  };
  return (
    <Section title={say.colourTitle}>
      <p className={css.what}>{say.colourWhat}</p>
      <div className={css.colour}>
        <input
          type="color"
          className={css.picker}
          aria-label={say.colour}
          value={colour ?? '#8a4b08'}
          onChange={(event) => change(event.target.value)}
        />
        <div className={css.code}>
          <TextField
            label={say.colourCode}
            hint={say.colourCodeHint}
            optional
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            value={value}
            onChange={change}
            error={tried && colour === null && !none ? say.colourWrong : null}
          />
        </div>
      </div>
      {colour !== null && <Samples colour={colour} />}
      <PartState part={part} linesOf={(of) => (of === '' ? [say.colourNone] : [of])} />
      <FailureNotice failure={part.theirs === null ? failure : null} />
      <ButtonRow>
        <Button tone="primary" pending={pending} disabled={part.theirs !== null} onClick={() => void save()}>
          {say.saveColour}
        </Button>
        {!none && (
          <Button tone="quiet" onClick={() => change('')}>
            {say.colourNone}
          </Button>
        )}
      </ButtonRow>
    </Section>
  );
}

const THEMES = ['light', 'dark'] as const;

function Samples({ colour }: { readonly colour: string }) {
  const say = useWords(words);
  const tones = tonesOf(colour);
  const names = { light: say.colourLight, dark: say.colourDark };
  const moved = THEMES.some((theme) => tones[theme].accent !== colour);
  return (
    <>
      <ul className={css.samples}>
        {THEMES.map((theme) => {
          const { accent, soft, on } = tones[theme];
          return (
            <li key={theme}>
              <p className={css.what}>{names[theme]}</p>
              <p className={css.sample} style={{ background: accent, color: on }}>
                {say.colourSample}
              </p>
              <p className={css.sample} style={{ background: soft, color: accent }}>
                {say.colourSample}
              </p>
            </li>
          );
        })}
      </ul>
      {moved && <p className={css.what}>{say.colourMoved}</p>}
    </>
  );
}

/** The picture of a challenge: chosen, looked at, described or said to decorate, replaced, taken away and put back. */
import {
  BANNER_ALT_LIMIT,
  BANNER_LIMIT,
  MEDIA_TYPES,
  readChallenge,
  type Challenge,
  type Failure,
} from '@butinerie/contracts';
import { lengthOf } from '@butinerie/domain';
import { useState } from 'react';
import type { Offline } from '../platform/call.ts';
import { useWords } from '../platform/language.tsx';
import { refresh, remember } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { Banner } from '../ui/visual.tsx';
import { addressOfPicture, lookAtPicture, type Picture } from './look-at-picture.ts';
import { PartState } from './part-state.tsx';
import { useChangeBanner } from './queries.ts';
import { SendBanner } from './send-banner.tsx';
import css from './settings.module.css';
import { usePart } from './use-part.ts';
import { words } from './words.ts';

const TYPES = [MEDIA_TYPES.jpeg, MEDIA_TYPES.png, MEDIA_TYPES.webp].join();

interface Said {
  readonly alt: string;
  readonly decorative: boolean;
}
const NOT_SAID: Said = { alt: '', decorative: false };

function recall(raw: unknown): Said | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { alt, decorative } = raw as Partial<Record<keyof Said, unknown>>;
  return typeof alt === 'string' && typeof decorative === 'boolean' ? { alt, decorative } : null;
}
/** As it is sent: words typed before it was said to decorate stay in the field, and do not go. */
const sent = ({ alt, decorative }: Said): { alt: string; decorative: 'yes' | 'no' } =>
  decorative ? { alt: '', decorative: 'yes' } : { alt: alt.trim(), decorative: 'no' };
const holds = ({ alt, decorative }: Said): boolean =>
  decorative || (alt.trim() !== '' && lengthOf(alt.trim()) <= BANNER_ALT_LIMIT);

export function BannerSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useChangeBanner();
  const { id, version, visual } = challenge;
  const { banner } = visual;
  const stands = banner === null ? NOT_SAID : { alt: banner.alt, decorative: banner.alt === '' };
  const part = usePart<Said>({ name: 'banner', challenge: id }, stands, recall);
  const { value, change } = part;
  const [picture, setPicture] = useState<(Picture & { readonly address: string }) | null>(null);
  const [refused, setRefused] = useState<Failure | Offline | null>(null);
  const [tried, setTried] = useState(false);
  const conflict = part.theirs !== null;

  const choose = async (file: File): Promise<void> => {
    const looked = await lookAtPicture(file);
    setRefused(looked.failure);
    if (looked.failure !== null) return;
    // Another picture shows something else: what was said of the one before does not hold for it.
    if (picture === null && banner !== null) change(NOT_SAID);
    setTried(false);
    setPicture({ ...looked, address: await addressOfPicture(looked.bytes) });
  };
  const kept = (value: Challenge): void => {
    remember(readChallenge, { params: { challenge: id } }, value);
    part.takeTheirs();
    setPicture(null);
    setTried(false);
  };
  const changeTo = async (shown: boolean, of: Said, seen = version): Promise<number | null> => {
    const result = await run({ params: { challenge: id }, body: { ...sent(of), shown, version: seen } });
    if (result.ok) {
      kept(result.value);
      return result.value.version;
    }
    if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
    return null;
  };
  const describe = async (): Promise<void> => {
    setTried(true);
    if (holds(value) && (await changeTo(banner?.shown ?? true, value)) !== null) toast({ text: say.saved });
  };
  const takeAway = async (): Promise<void> => {
    const now = await changeTo(false, stands);
    if (now !== null) toast({ text: say.bannerRemoved, undo: () => void changeTo(true, stands, now) });
  };
  const fields = (picture !== null || banner !== null) && (
    <>
      <TextField
        label={say.bannerAlt}
        hint={say.bannerAltHint}
        optional={value.decorative}
        limit={BANNER_ALT_LIMIT}
        autoComplete="off"
        value={value.alt}
        onChange={(alt) => change({ ...value, alt })}
        error={tried && !holds(value) ? say.bannerAltMissing : null}
      />
      <Checkbox
        label={say.decorative}
        hint={say.decorativeHint}
        checked={value.decorative}
        onChange={(decorative) => change({ ...value, decorative })}
      />
    </>
  );
  return (
    <Section title={say.bannerTitle}>
      <p className={css.what}>{say.bannerWhat}</p>
      {picture === null ? (
        banner && (
          <>
            <Banner challenge={id} visual={{ ...visual, banner: { ...banner, shown: true } }} />
            {!banner.shown && <p className={css.what}>{say.bannerOut}</p>}
          </>
        )
      ) : (
        <figure className={css.form}>
          <img className={css.chosen} src={picture.address} alt="" />
          <figcaption className={css.what}>{say.bannerPreview}</figcaption>
        </figure>
      )}
      {fields}
      <PartState part={part} linesOf={(of) => [of.decorative ? say.decorative : of.alt]} />
      <FailureNotice failure={refused ?? (conflict ? null : failure)} />
      {picture !== null && (
        <SendBanner
          challenge={challenge}
          bytes={picture.bytes}
          said={sent(value)}
          ready={holds(value) && !conflict}
          onTried={() => setTried(true)}
          onKept={kept}
          onDropped={() => {
            setPicture(null);
            part.takeTheirs();
          }}
        />
      )}
      <ButtonRow>
        <FileButton
          label={banner === null && picture === null ? say.chooseBanner : say.replaceBanner}
          accept={TYPES}
          onFile={(file) => void choose(file)}
        />
        {picture === null && banner !== null && part.unsaved && (
          <Button pending={pending} disabled={conflict} onClick={() => void describe()}>
            {say.saveDescription}
          </Button>
        )}
        {picture === null && banner !== null && (
          <Button
            tone="quiet"
            pending={pending}
            onClick={() => void (banner.shown ? takeAway() : changeTo(true, stands))}
          >
            {banner.shown ? say.removeBanner : say.restoreBanner}
          </Button>
        )}
      </ButtonRow>
      <p className={css.what}>{say.bannerLimits(BANNER_LIMIT / 1_000_000)}</p>
    </Section>
  );
}

/** How a challenge looks: everything inside in the tones of its colour, its picture above, or small beside its name. */
import { addressOf, readBanner, type ChallengeId, type Visual } from '@butinerie/contracts';
import type { CSSProperties, ReactNode } from 'react';
import { cx } from './classes.ts';
import { tonesOf, type Tones } from './tones.ts';
import css from './visual.module.css';

const named = (theme: string, { accent, strong, soft, on }: Tones): Record<string, string> => ({
  [`--${theme}-accent`]: accent,
  [`--${theme}-strong`]: strong,
  [`--${theme}-soft`]: soft,
  [`--${theme}-on`]: on,
});

export interface InColourProps {
  /** Null: the product's own. */
  readonly colour: string | null;
  readonly children: ReactNode;
}
export function InColour({ colour, children }: InColourProps) {
  const tones = colour === null ? null : tonesOf(colour);
  const style = tones && { ...named('light', tones.light), ...named('dark', tones.dark) };
  // One and the same element with and without: nothing inside begins anew when a colour is chosen.
  return (
    <div className={cx(css.scope, tones && css.coloured)} {...(style && { style: style as CSSProperties })}>
      {children}
    </div>
  );
}

export interface ShownBannerProps {
  readonly challenge: ChallengeId;
  readonly visual: Visual;
}
const sourceOf = (challenge: ChallengeId, file: string): string =>
  addressOf(readBanner, { params: { challenge }, query: { file } });

/** Its place is kept before it has come: nothing moves. */
export function Banner({ challenge, visual: { banner } }: ShownBannerProps) {
  if (banner?.shown !== true) return null;
  const { file, alt, width, height } = banner;
  return (
    <img className={css.banner} src={sourceOf(challenge, file)} alt={alt} width={width} height={height} />
  );
}

/** Beside the name of its challenge, which says what it is. */
function Thumb({ challenge, visual: { banner } }: ShownBannerProps) {
  if (banner?.shown !== true) return null;
  return (
    <img
      className={css.thumb}
      src={sourceOf(challenge, banner.file)}
      alt=""
      width={144}
      height={96}
      loading="lazy"
      decoding="async"
    />
  );
}

/** An entry of a list of challenges: its words, and its picture at their side. */
export function BesideThumb({
  challenge,
  visual,
  children,
}: ShownBannerProps & { readonly children: ReactNode }) {
  return (
    <InColour colour={visual.colour}>
      <div className={css.beside}>
        <div className={css.words}>{children}</div>
        <Thumb challenge={challenge} visual={visual} />
      </div>
    </InColour>
  );
}

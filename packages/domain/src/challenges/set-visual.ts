/** How one challenge looks: said by those who prepare it, described for who does not see it, never lost by a mistake. */
import { ok, refuse, type Banner, type Failure, type Result, type Visual } from '@butinerie/contracts';
import type { Asked } from '../accounts/asked.ts';
import type { Cleaned } from '../attachments/clean/cleaned.ts';
import type { ChallengeState } from './challenge-state.ts';
import { checkPreparing, type Preparing } from './prepare-challenge.ts';

interface Command {
  /** How it looks now. */
  readonly known: Visual;
  readonly version: number;
}
export interface SaidOfBanner {
  readonly alt: string;
  readonly decorative: 'yes' | 'no';
}
type Changed<C extends Preparing | 'invalid-input' | 'file-type' | 'not-found'> = Result<Visual, Failure<C>>;

export function setColour(
  challenge: ChallengeState,
  { known, version, colour }: Command & { readonly colour: string | null },
  asked: Asked,
): Changed<Preparing> {
  const prepared = checkPreparing(challenge, version, asked);
  return prepared.ok ? ok({ ...known, colour }) : prepared;
}

/** What only decorates has no words; what does not has some. */
function altOf({ alt, decorative }: SaidOfBanner): Result<string, Failure<'invalid-input'>> {
  if ((decorative === 'yes') === (alt === '')) return ok(alt);
  return refuse('invalid-input', { issues: [{ path: 'alt', message: 'described, or said to decorate' }] });
}

export interface KeptPicture {
  readonly cleaned: Cleaned;
  /** The name of the bytes that are kept. */
  readonly file: string;
}
/** The banner that this picture makes, wherever it came from. */
export function bannerOf(
  { cleaned: { type, width, height }, file }: KeptPicture,
  alt: string,
): Result<Banner, Failure<'file-type'>> {
  if (type === 'pdf' || width === null || height === null) return refuse('file-type', { found: type });
  return ok({ file, type, width, height, alt, shown: true });
}

export function setBanner(
  challenge: ChallengeState,
  { known, version, ...said }: Command & SaidOfBanner,
  picture: KeptPicture,
  asked: Asked,
): Changed<Preparing | 'invalid-input' | 'file-type'> {
  const prepared = checkPreparing(challenge, version, asked);
  if (!prepared.ok) return prepared;
  const alt = altOf(said);
  if (!alt.ok) return alt;
  const banner = bannerOf(picture, alt.value);
  return banner.ok ? ok({ ...known, banner: banner.value }) : banner;
}

export function changeBanner(
  challenge: ChallengeState,
  { known, version, shown, ...said }: Command & SaidOfBanner & { readonly shown: boolean },
  asked: Asked,
): Changed<Preparing | 'invalid-input' | 'not-found'> {
  const prepared = checkPreparing(challenge, version, asked);
  if (!prepared.ok) return prepared;
  if (known.banner === null) return refuse('not-found', { what: 'banner' });
  const alt = altOf(said);
  return alt.ok ? ok({ ...known, banner: { ...known.banner, alt: alt.value, shown } }) : alt;
}

const shownOf = (banner: Banner | null): Banner | null => (banner?.shown === true ? banner : null);

/** As everybody sees it: what was taken out of sight is there for those who may put it back. */
export function visualShown({ colour, banner }: Visual): Visual {
  return { colour, banner: shownOf(banner) };
}

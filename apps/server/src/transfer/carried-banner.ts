/** The picture of a challenge on its way out with an export, and in with an import. */
import {
  ok,
  type Banner,
  type CarriedBanner,
  type Failure,
  type Result,
  type Visual,
} from '@butinerie/contracts';
import { bannerOf, cleanFile, visualShown } from '@butinerie/domain';
import type { TransferDeps } from './deps.ts';

export async function bannerOut(
  { files }: Pick<TransferDeps, 'files'>,
  visual: Visual,
): Promise<CarriedBanner | null> {
  const { banner } = visualShown(visual);
  if (banner === null) return null;
  const bytes = await files.read(banner.file);
  return { alt: banner.alt, base64: Buffer.from(bytes).toString('base64') };
}

export interface BannerIn {
  readonly banner: Banner;
  readonly bytes: Uint8Array;
}

/** Taken apart like any picture that somebody chooses: a file from elsewhere is trusted no more. */
export function bannerIn(
  { files }: Pick<TransferDeps, 'files'>,
  carried: CarriedBanner | null,
): Result<BannerIn | null, Failure<'file-type' | 'file-damaged'>> {
  if (carried === null) return ok(null);
  const cleaned = cleanFile(Buffer.from(carried.base64, 'base64'));
  if (!cleaned.ok) return cleaned;
  const { bytes } = cleaned.value;
  const alt = carried.alt.replace(/\p{Surrogate}/gu, '\uFFFD');
  const banner = bannerOf({ cleaned: cleaned.value, file: files.nameOf(bytes) }, alt);
  return banner.ok ? ok({ banner: banner.value, bytes }) : banner;
}

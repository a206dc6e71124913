/** How a challenge looks: a colour from which tones that can be read are made, and a picture above its page. */
import * as z from 'zod';

/** Signs by which a picture is described; bytes of one, which everybody who opens the page loads. */
export const BANNER_ALT_LIMIT = 300;
export const BANNER_LIMIT = 2_000_000;

export const colour = z.string().regex(/^#[0-9a-f]{6}$/);

export const banner = z.object({
  /** SHA-256 of its bytes: another picture has another address. */
  file: z.string(),
  type: z.enum(['jpeg', 'png', 'webp']),
  width: z.number().int(),
  height: z.number().int(),
  /** What it shows, for who does not see it; empty where somebody said that it only decorates. */
  alt: z.string(),
  /** Taken out of sight otherwise: read by those who prepare the challenge, who may put it back. */
  shown: z.boolean(),
});
export type Banner = z.infer<typeof banner>;

export const visual = z.object({
  /** Null: the product's own. */
  colour: colour.nullable(),
  banner: banner.nullable(),
});
export type Visual = z.infer<typeof visual>;

export const NO_VISUAL: Visual = { colour: null, banner: null };

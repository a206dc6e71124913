/**
 * A mail as it is sent: plain text and simple HTML that say the same. Whatever people wrote is text here, never markup,
 * and never more than one line, so that no title or name can add a header, a link or a paragraph.
 */
import type { Language } from '@butinerie/contracts';
import type { MailFile } from '../platform/mailer.ts';
import { FRAME_WORDS } from './frame-words.ts';

export const SUBJECT_LIMIT = 60;

export interface MailContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly url: string; readonly label: string };
  readonly files?: readonly MailFile[];
}

export interface WrittenMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click stops such mails: what the header of a mail of notices carries. */
  readonly unsubscribe?: string;
  readonly files?: readonly MailFile[];
}

export interface MailBlock {
  readonly text: string;
  readonly link: { readonly url: string; readonly label: string } | null;
}

export interface MailParts {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Why she gets it. */
  readonly footer: readonly string[];
}

/** One line: control characters and separators would end a header or begin a paragraph. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

export function clipped(text: string, limit: number): string {
  const letters = Array.from(oneLine(text));
  return letters.length <= limit
    ? letters.join('')
    : `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

export function composeMail(parts: MailParts): WrittenMail {
  const { to, language } = parts;
  const greeting = FRAME_WORDS[language].greeting(oneLine(parts.name));
  const subject = clipped(parts.subject, SUBJECT_LIMIT);
  const blocks = parts.blocks.map(({ text, link }) => ({ text: oneLine(text), link }));
  return {
    to: oneLine(to),
    subject,
    text: textOf({ ...parts, greeting, blocks }),
    html: htmlOf({ ...parts, subject, greeting, blocks }),
  };
}

type Laid = Pick<MailParts, 'language' | 'subject' | 'blocks' | 'footer'> & { readonly greeting: string };

function textOf({ language, greeting, blocks, footer }: Laid): string {
  const { linkLine } = FRAME_WORDS[language];
  const body = blocks.map(({ text, link }) =>
    link === null
      ? text
      : `${text}
${linkLine(link.label, link.url)}`,
  );
  return `${[greeting, ...body].join('\n\n')}\n\n-- \n${footer.join('\n')}\n`;
}

const PARAGRAPH = 'margin:0 0 16px';
const BUTTON =
  'display:inline-block;padding:12px 18px;border-radius:6px;background:#8a4b08;color:#ffffff;text-decoration:none;font-weight:600';

function htmlOf({ language, subject, greeting, blocks, footer }: Laid): string {
  const body = blocks.map(({ text, link }) => {
    const paragraph = `<p style="${PARAGRAPH}">${escapeHtml(text)}</p>`;
    if (link === null) return paragraph;
    return `${paragraph}<p style="margin:0 0 24px"><a href="${escapeHtml(link.url)}" style="${BUTTON}">${escapeHtml(link.label)}</a></p>`;
  });
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    '<body style="margin:0;background:#fbfaf7;color:#1d1c21;font:16px/1.5 system-ui,sans-serif">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 16px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td>',
    `<p style="${PARAGRAPH}">${escapeHtml(greeting)}</p>`,
    ...body,
    `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #d9d6cd;color:#55535e;font-size:14px">${footer.map(escapeHtml).join('<br>')}</p>`,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const SIGN_IN_LINK = /(\/entrer[^\s"<>]*#)([\w-]{20,})/g;

/** Of the sign-in links in its text. */
export const tokensIn = ({ text }: WrittenMail): string[] =>
  [...text.matchAll(SIGN_IN_LINK)].flatMap(([, , token]) => token ?? []);

/** The token out of every sign-in link of a mail: once it is sent, only its reader holds it. */
export function withoutSecrets(mail: WrittenMail): WrittenMail {
  const hide = (text: string): string => text.replace(SIGN_IN_LINK, '$1…');
  return { ...mail, text: hide(mail.text), html: hide(mail.html) };
}

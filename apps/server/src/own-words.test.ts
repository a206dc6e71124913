/** No mail of the server says the product's words once a council has its own. */
import { LANGUAGES, type Language, type Vocabulary } from '@butinerie/contracts';
import { wordsIn } from '@butinerie/domain';
import { expect, test } from 'vitest';
import { linkMail } from './accounts/account-mails.ts';
import { invitationOfOutsider } from './challenges/outsider-mail.ts';
import { nameMail } from './names/name-mails.ts';
import { FRAME_WORDS } from './notifications/frame-words.ts';
import { NOTICE_WORDS } from './notifications/mail-words.ts';
import { WITNESS_WORDS } from './attribution/witness-words.ts';

const own = (word: string, softly: boolean) => ({ singular: word, plural: `${word}z`, softly });
const term = (word: string, softly: boolean) => ({ fr: own(word, softly), en: own(word, softly) });
const VOCABULARY: Vocabulary = {
  name: 'Zorglub',
  terms: {
    challenge: term('ozorque', true),
    idea: term('zourde', false),
    rebound: term('izarn', true),
    note: term('uzette', true),
    pollen: term('azun', true),
  },
};
const PRODUCT: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:défis?|idées?|rebond\p{L}*|notes?|pollens?)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:challenges?|ideas?|rebound\p{L}*|notes?|pollens?)(?!\p{L})/iu,
};
const url = 'https://exemple.fr/entrer';

/** Each mail of each kind, made as the server makes it. */
function mails(language: Language, say: <T>(words: T) => T): string {
  const who = { names: 'Ana', several: false };
  const notices = Object.values(say(NOTICE_WORDS[language])).flatMap(({ subject, line, label }) => [
    subject(1),
    subject(2),
    line('« X »', who, { reason: 'Z', until: 'Z' }),
    line('« X »', { names: 'Ana et Bo', several: true }, { reason: '', until: '' }),
    label,
  ]);
  const frame = say(FRAME_WORDS[language]);
  const words = { say, platform: () => 'Zorglub', vocabulary: () => VOCABULARY };
  const doors = (['invitation', 'requested', 'role'] as const).map((kind) =>
    linkMail(kind, { language, instance: 'X', url }, words),
  );
  const names = (['code', 'waiting', 'ordered', 'cancelled', 'done'] as const).map((step) =>
    say(nameMail)(step, language, { change: { kind: 'erase' } }),
  );
  return JSON.stringify([
    notices,
    frame.digestFooter('X', url),
    frame.rest(3),
    frame.receiptsHere(2, 1),
    doors,
    names,
    say(invitationOfOutsider)({ language, question: 'X', url }),
    Object.values(say(WITNESS_WORDS[language])).filter((each) => typeof each === 'string'),
  ]);
}

test.each(LANGUAGES)('[VO3] no mail says the product’s words, in %s', (language) => {
  expect(mails(language, (words) => words)).toMatch(PRODUCT[language]);
  const said = mails(language, (words) => wordsIn(words, VOCABULARY, language));
  expect(said.match(new RegExp(PRODUCT[language], 'giu'))).toBeNull();
  expect(said).toMatch(/zourde/);
});

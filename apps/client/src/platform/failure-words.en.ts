/** Refusals in English. */
import type { FailureWords } from './failure-words.ts';
import { enFormats as f } from './formats.ts';

const characters = { one: 'character', other: 'characters' };
const SAFE = 'Your text is kept.';

const FILE_TYPES: Readonly<Record<string, string>> = {
  svg: 'An SVG image can carry a program: it is not taken. Save it as PNG.',
  heic: 'A HEIC photo does not open everywhere: it is not taken. Save it as JPEG.',
  gif: 'A GIF image is not taken. Save it as PNG.',
  office: 'An office document is not taken. Save it as PDF.',
  pdf: 'A PDF is no picture: it is not taken here. Save the picture as PNG or JPEG.',
  empty: 'This file is empty.',
};

const IMPOSSIBLE: Readonly<Record<string, string>> = {
  'other-form': 'This figure does not have the form of its indicator.',
  'nothing-watched': 'Say over how many weeks, cases or hours it was counted.',
  'nothing-seen': 'There has to be one case at least.',
  'more-than-all': 'The part is larger than the whole.',
  'outside-its-quartiles': 'The median lies between the two quartiles.',
  'before-it-began': 'The period ends before it begins.',
  'not-over-yet': 'This date is still to come.',
  'before-and-after-meet': 'The measure after begins before the end of the one before.',
  missing: 'Say which place it is compared with.',
};

const MISSING: Readonly<Record<string, string>> = {
  question: 'the question',
  sponsor: 'somebody who answers for a directorate',
  moderator: 'somebody who facilitates',
  jurors: 'three jurors',
  protection: 'a validated note on personal data',
};

const DELIVERY_STEPS: Readonly<Record<string, string>> = {
  to_start: 'The work has not begun.',
  under_way: 'The work is under way.',
  to_confirm: 'The idea is said to be done, and waits to be confirmed.',
  hearing: 'A proposal to give it up is being heard.',
  delivered: 'The idea is done already.',
  abandoned: 'The idea is given up.',
};

export const failureWordsEn: FailureWords = {
  offline: () => [
    'The server does not answer.',
    'What you wrote stays on this device. Try again when the network is back.',
  ],
  'invalid-input': () => [
    'Part of what was sent does not have the expected shape.',
    'Nothing was saved. Check the fields and try again.',
  ],
  'unknown-field': () => [
    'This page is older than the server.',
    'Nothing was changed. Reload the page and try again.',
  ],
  'not-found': () => ['There is no such page, or it is not open to you.', 'Go back to the home page.'],
  'not-signed-in': () => ['You are no longer signed in.', 'Come in again, then retry.'],
  'foreign-origin': () => [
    'The request comes from another address than La Butinerie’s.',
    'Open the site at its usual address. Nothing was changed.',
  ],
  'not-allowed': () => [
    'Your role does not allow this.',
    'Nothing was changed. The facilitation team can tell you who may do it.',
  ],
  'too-many-requests': ({ retryAfterSeconds }) => [
    'Too many attempts in a short time.',
    `Try again in ${f.counted(retryAfterSeconds, { one: 'second', other: 'seconds' })}.`,
  ],
  'too-large': ({ size, limit }) => [
    `The content is too heavy: ${f.count(Math.ceil(size / 1000))} kB for at most ${f.count(Math.ceil(limit / 1000))} kB.`,
    `${SAFE} Send it in several parts.`,
  ],
  'charter-not-accepted': () => [
    'The charter is not accepted yet.',
    `${SAFE} It will be shown when you send it again.`,
  ],
  unexpected: ({ incident }) => [
    'Something broke on our side.',
    `The incident is recorded (${incident}). Try again in a moment.`,
  ],

  'link-unknown': () => [
    'This sign-in link is not valid any more.',
    'Ask for a new one below, or from the facilitation team.',
  ],
  'not-a-demonstration': () => ['This instance is not a demonstration.', 'Come in with your personal link.'],
  'unreadable-list': ({ reason }) => [
    `The list cannot be read: ${reason}.`,
    'Nobody was invited. Save it as XLSX or CSV, or paste its rows.',
  ],
  'invalid-people': ({ rows }) => [
    `${f.counted(rows.length, { one: 'row cannot be taken', other: 'rows cannot be taken' })}: ${rows.map(({ row }) => f.count(row)).join(', ')}.`,
    'Nobody was invited. Correct these rows, or remove them.',
  ],
  'wrong-code': ({ triesLeft }) => [
    'This is not the code of the latest e-mail.',
    triesLeft === 0
      ? 'This code is not valid any more. Cancel, then ask for another.'
      : `${triesLeft} ${triesLeft > 1 ? 'tries' : 'try'} left.`,
  ],
  'no-mailbox': () => [
    'No e-mail address is known to write to you.',
    'Write a signed request to the data protection officer.',
  ],
  'last-administrator': () => [
    'This is the last person who administers this instance.',
    'Give the role to somebody else before you take it away here.',
  ],

  'challenge-phase': ({ phase }) =>
    phase === 'paused'
      ? ['The challenge is paused.', `${SAFE} The page of the challenge says why, and until when.`]
      : [
          'The challenge is not in a phase that allows this.',
          `${SAFE} The dates of the challenge say what is possible now.`,
        ],
  'already-paused': () => [
    'The challenge has been paused in this phase already.',
    'Nothing was changed. Only the general direction can make a running pause longer.',
  ],
  'too-late-to-extend': ({ hours }) => [
    `An extension is decided at least ${f.count(hours)} hours before the closing.`,
    'Nothing was changed: people planned the end of the challenge on the date they were told.',
  ],
  'already-extended': () => ['The challenge has been extended once already.', 'Nothing was changed.'],
  'extension-not-asked': () => [
    'Nobody has asked for an extension.',
    'The facilitation team asks for it first, with its reason.',
  ],
  'cancellation-not-asked': () => [
    'Nobody has asked to cancel the challenge.',
    'The facilitation team asks for it first, with its reason.',
  ],
  'invalid-dates': ({ problems }) => [
    'The dates of the challenge do not hold together.',
    `Correct ${f.counted(problems.length, { one: 'date', other: 'dates' })}; nothing was saved.`,
  ],
  'impossible-hour': ({ local }) => [
    `${local.replace('T', ' ')} does not exist on that day: clocks go forward.`,
    'Choose an earlier or a later hour.',
  ],
  'ambiguous-hour': ({ local }) => [
    `${local.replace('T', ' ')} exists twice on that day: clocks go back.`,
    'Say whether you mean the first or the second.',
  ],
  'archive-incomplete': ({ story, ideas }) => [
    'The challenge cannot be archived yet. Your text is kept.',
    [
      ...(story ? ['What the challenge gave is missing.'] : []),
      ...(ideas.length > 0
        ? [`Say why the effect was not measured: ${ideas.map((title) => `“${title}”`).join(', ')}.`]
        : []),
    ].join(' '),
  ],
  'challenge-incomplete': ({ missing }) => [
    'The challenge cannot be scheduled yet.',
    `${f.counted(missing.length, { one: 'thing is', other: 'things are' })} missing: ${missing.map((each) => MISSING[each] ?? each).join(', ')}.`,
  ],
  'stale-version': () => [
    'Somebody changed this page while you were working on it.',
    'Your input is still here. Reload to see the change, then try again.',
  ],

  'idea-state': () => [
    'The idea is no longer in a state that allows this.',
    'Reload the page to see where it is.',
  ],
  'note-state': () => [
    'The note is no longer in a state that allows this.',
    'Reload the page to see where it stands. Your text is kept.',
  ],
  'title-missing': () => ['A title is missing.', `${SAFE} A few words are enough.`],
  'text-missing': () => [
    'The text is missing.',
    'Two sentences are enough: what is wrong, and what would you do?',
  ],
  'title-too-long': ({ limit, length }) => [
    `The title has ${f.counted(length, characters)}, for at most ${f.count(limit)} when published.`,
    'All of it is kept. Shorten the title, then publish.',
  ],
  'text-too-long': ({ limit, length }) => [
    `The text has ${f.counted(length, characters)}, for at most ${f.count(limit)} when published.`,
    'All of it is kept. Shorten the text, then publish.',
  ],
  'pseudonym-impossible': () => [
    'This idea grows from your rebound, which has a name beside it: a pseudonym would not hide you.',
    `${SAFE} Publish it in your own name, or write a new idea.`,
  ],
  'particulars-missing': ({ theme, fields }) => [
    theme ? 'A theme is still to be chosen.' : 'A question is still to be answered.',
    `${SAFE} ${theme && fields.length > 0 ? 'A question waits for your answer too.' : 'Complete it, then publish.'}`,
  ],
  'answer-too-long': ({ limit, length }) => [
    `An answer has ${length} signs where ${limit} is the most.`,
    `${SAFE} Shorten it, then publish.`,
  ],
  'same-as-parent': () => [
    'The text is still that of the idea it grew from.',
    `${SAFE} Add what is yours, then publish.`,
  ],
  'lineage-cycle': () => [
    'An idea cannot descend from itself.',
    `${SAFE} Choose another idea it grows from.`,
  ],
  'already-answered': () => ['This has been answered already.', 'Reload the page to read the answer.'],
  'passage-changed': () => [
    'This passage has changed meanwhile.',
    `${SAFE} Nothing was written in its place. Read the text as it is now.`,
  ],
  'nothing-suggested': () => ['This passage says that already.', `${SAFE} Change something, then send it.`],
  'nothing-to-restore': () => [
    'The text says this already, or the place where it stood is gone.',
    'Nothing was changed. Reload the page to read the history as it is.',
  ],
  'id-taken': () => ['What was sent met an identifier in use.', `${SAFE} Reload the page and try again.`],

  'invalid-vocabulary': () => [
    'Some words cannot stand in the sentences.',
    'Nothing was changed. Each field that is marked says why.',
  ],
  'code-unknown': () => [
    'No idea has this code.',
    'Read the paper again, sign by sign. Lost? The facilitation team can print another one.',
  ],
  'name-taken': ({ name }) => [
    `Another format is called “${name}” already.`,
    'Give this one another name; nothing is lost.',
  ],
  'file-type': ({ found }) => [
    FILE_TYPES[found] ?? 'This file is neither a JPEG, PNG or WebP image nor a PDF.',
    'Nothing of it was kept. Choose another file; your text is kept.',
  ],
  'file-damaged': ({ why }) => [
    why === 'too-many-pixels'
      ? 'The image is too large: more than a hundred million pixels.'
      : 'The file is not whole: it ends too early or does not hold together.',
    'Open it on your device, save it again, then retry. Your text is kept.',
  ],
  'too-many-files': ({ limit }) => [
    `An idea carries at most ${f.count(limit)} files.`,
    'Take one back, then add this one. Nothing else changed.',
  ],

  'idea-sealed': ({ sealedAt }) => [
    `The text has been sealed since ${f.day(sealedAt)}.`,
    'What you wrote afterwards is kept apart, with your name.',
  ],
  'not-a-writer': () => [
    'You read this idea and do not co-write it yet.',
    `${SAFE} Ask to co-write, or rebound.`,
  ],
  'update-refused': () => [
    'Part of your text could not enter the idea.',
    'It is kept on this device as a recovered draft.',
  ],
  'append-failed': () => [
    'The server could not write the text to its disk.',
    'It is kept on this device and will be sent again.',
  ],

  'reason-too-short': ({ minimum, length }) => [
    `The reason has ${f.counted(length, characters)}; it needs at least ${f.count(minimum)}.`,
    'The person must be able to understand the answer. Your text is kept.',
  ],
  'answers-missing': ({ ideas }) => [
    `${f.counted(ideas.length, { one: 'idea has', other: 'ideas have' })} no reasoned answer yet.`,
    'Results appear once every idea has one.',
  ],
  'second-person-needed': () => [
    'Another person has to confirm.',
    'Ask somebody else of the facilitation team.',
  ],
  'not-proposed': () => [
    'The results have not been proposed yet.',
    'The facilitation team proposes them first.',
  ],
  'own-idea': () => ['You have a link with this idea.', 'Somebody else of the facilitation team handles it.'],

  'not-sealed': () => [
    'The idea is not sealed yet.',
    'It will be when the challenge closes, and can then be adopted.',
  ],
  'too-late-to-undo': ({ seconds }) => [
    `An act is undone within ${f.count(seconds)} seconds.`,
    'It stands. The opposite act is still possible, with its reason.',
  ],
  'already-adopted': ({ directorate }) => [
    `The idea has already been adopted by ${directorate}.`,
    'Nothing was changed.',
  ],
  'originator-first': () => [
    'The idea is offered first to the person who had it.',
    'Her answer is awaited; nothing was changed.',
  ],

  'delivery-step': ({ step }) => [
    DELIVERY_STEPS[step] ?? 'The work is not at that point.',
    `${SAFE} Read the page again: somebody may just have acted.`,
  ],
  'indicator-missing': () => [
    'No indicator is fixed, with its starting point.',
    'Fix one, or say that nothing will be measured; then start.',
  ],
  'author-first': ({ lastDay }) => [
    `The author answers first, until ${f.day(lastDay)}.`,
    'Without an answer by then, the facilitation team confirms.',
  ],
  'nobody-to-ask': () => [
    'Every other directorate of the challenge has said no already.',
    'You may carry the idea yourself, or answer here.',
  ],

  'too-few-people': ({ minimum }) => [
    `Nothing is measured of fewer than ${f.count(minimum)} people: they would be known.`,
    `${SAFE} Widen the scope and try again.`,
  ],
  'impossible-figure': ({ why }) => [
    IMPOSSIBLE[why] ?? 'These figures do not go together.',
    `${SAFE} Correct them and try again.`,
  ],
  'baseline-locked': () => [
    'The starting point was locked by the start.',
    'It does not change any more. A new definition can take the place of this indicator, which stays readable.',
  ],
  'measure-missing': () => [
    'A measure afterwards is missing.',
    `${SAFE} First record a measure of the main indicator.`,
  ],

  'ledger-refuses': () => [
    'The ledger of credits refuses to sign.',
    'Nothing was changed. Administrators have been told and must check it.',
  ],
  'key-state': ({ state, why }) => [
    state === 'refuses'
      ? 'The register does not hold together: another key would change nothing.'
      : why === 'folder'
        ? 'The new key could not be written beside the old one.'
        : why === 'old-unknown'
          ? 'The old public key is not known here: its loss cannot be established.'
          : state === 'lost'
            ? 'The key is not there any more: it cannot name the next one.'
            : 'The key is in its place: nothing is lost.',
    'Nothing was changed. Whoever runs the server must look.',
  ],
  'invalid-import': ({ rows }) => [
    `${f.counted(rows.length, { one: 'row cannot be imported', other: 'rows cannot be imported' })}: ${rows.map(({ row }) => f.count(row)).join(', ')}.`,
    'Nothing was imported. Correct these rows and try again.',
  ],
};

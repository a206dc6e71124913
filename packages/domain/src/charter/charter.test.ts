import { ROUTES } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { admin, asked, codeOf, colleague, grantOf, moderates, moderator1 } from '../testing/cast.ts';
import { acceptCharter, checkCharter, mayWriteCharter, paperVersion, saveCharter } from './charter.ts';

const THIRD = { version: 3, since: 3 };

test('[CR1] an administrator or a lead moderator writes a new version, on the one she read; nobody else does', () => {
  const by = asked('draft', admin, grantOf('admin'));
  expect(saveCharter(THIRD, { version: 3 }, by)).toEqual({
    ok: true,
    value: { version: 4, since: 4, at: by.now },
  });
  expect(saveCharter(THIRD, { version: 2 }, by)).toMatchObject({
    failure: { code: 'stale-version', current: 3 },
  });
  const leads = asked('draft', moderator1, grantOf('moderator_lead'));
  expect(codeOf(saveCharter(THIRD, { version: 3 }, leads))).toBe('ok');
  for (const other of [asked('draft', moderator1, moderates), asked('draft', colleague, grantOf('sponsor'))])
    expect([codeOf(saveCharter(THIRD, { version: 3 }, other)), mayWriteCharter(other.by)]).toEqual([
      'not-allowed',
      false,
    ]);
});

test('[CR2] [CR3] the version in force is accepted, once; another one asks again', () => {
  expect(codeOf(acceptCharter(2, { version: 2 }))).toBe('ok');
  expect(codeOf(acceptCharter(2, { version: 1 }))).toBe('stale-version');
  expect(codeOf(acceptCharter(2, { version: 3 }))).toBe('stale-version');
  expect(codeOf(checkCharter(THIRD, 3))).toBe('ok');
  for (const accepted of [0, 2])
    expect(checkCharter(THIRD, accepted)).toMatchObject({
      failure: { code: 'charter-not-accepted', version: 3 },
    });
});

test('[CR5] a correction of the wording is an administrator’s word; who accepted the rules it states is not asked again', () => {
  const by = asked('draft', admin, grantOf('admin'));
  const corrects = { version: 3, correction: true };
  const corrected = { version: 4, since: 3 };
  expect(saveCharter(THIRD, corrects, by)).toMatchObject({ value: corrected });
  expect(saveCharter(corrected, { version: 4, correction: true }, by)).toMatchObject({
    value: { version: 5, since: 3 },
  });
  expect(saveCharter(corrected, { version: 4 }, by)).toMatchObject({ value: { version: 5, since: 5 } });
  const leads = asked('draft', moderator1, grantOf('moderator_lead'));
  expect(saveCharter(THIRD, corrects, leads)).toMatchObject({ failure: { why: 'not-an-administrator' } });
  expect([0, 2, 3, 4].map((accepted) => codeOf(checkCharter(corrected, accepted)))).toEqual([
    'charter-not-accepted',
    'charter-not-accepted',
    'ok',
    'ok',
  ]);
  expect([undefined, 2, 3, 4, 5].map((signed) => paperVersion(corrected, signed))).toEqual([0, 0, 3, 4, 0]);
});

/** What takes words and does not ask, each for its reason. */
const UNASKED: Readonly<Record<string, readonly string[]>> = {
  'a draft is its author’s alone': ['saveDraft', 'saveNoteDraft'],
  'whoever raises an alarm, takes something back or asks for her rights is held up by nothing': [
    'reportContent',
    'reportNote',
    'withdrawIdea',
    'askNameChange',
    'confirmNameChange',
    'orderNameChange',
  ],
  'the act of a role, which has its own commitments': [
    'draftChallenge',
    'cancelChallenge',
    'archiveChallenge',
    'pauseChallenge',
    'askExtension',
    'setThemes',
    'setVocabulary',
    'confirmKeyChange',
    'setFields',
    'setLabels',
    'setBanner',
    'changeBanner',
    'saveFormat',
    'renameFormat',
    'inviteOutsiders',
    'saveKitText',
    'saveCharter',
    'answerIdea',
    'adoptIdea',
    'declineAdoption',
    'proposeDelivered',
    'confirmDelivered',
    'abandonDelivery',
    'answerAbandonment',
    'defineIndicator',
    'recordMeasurement',
    'recordGain',
    'lowerEvidence',
    'validateIndicator',
    'leaveUnmeasured',
    'concludeMeasure',
    'moderate',
    'moderateNote',
    'proposeMerge',
    'proposeCorrection',
    'closeDispute',
    'invitePeople',
    'previewPeople',
    'chooseWitnesses',
    'importChallenge',
    'askShredding',
  ],
  'a file or its description belongs to an idea whose publication asked': [
    'attachFile',
    'describeAttachment',
  ],
  'the agent accepts on paper, and the command says so': ['enterIdea', 'enterAtKiosk'],
  'nothing that others read': [
    'signInWithLink',
    'signInWithPassword',
    'setPassword',
    'findMentionable',
    'findSimilar',
    'followEntry',
    'claimEntry',
    'readKiosk',
  ],
};

/** Whether a shape takes words: every text has its limit, identifiers have a shape and no limit. */
function takesWords(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if (Reflect.get(schema, 'type') === 'string')
    return Reflect.has(schema, 'maxLength') && !Reflect.has(schema, 'pattern');
  return Object.values(schema).some(takesWords);
}

test('[CR2] every command that takes words asks for the charter, or is named here with the reason why it does not', () => {
  const unasked = new Set(Object.values(UNASKED).flat());
  const shape = (of: { toJSONSchema(params: object): unknown }): unknown =>
    of.toJSONSchema({ unrepresentable: 'any', io: 'input' });
  const taking = ROUTES.filter(
    ({ method, body, query, consumes }) =>
      method !== 'GET' &&
      (takesWords(shape(body)) || takesWords(shape(query)) || consumes !== 'application/json'),
  );
  expect(taking.length).toBeGreaterThan(30);
  // Either one or the other: a command that asks has no reason not to.
  expect(
    taking.filter(({ name, asksCharter }) => asksCharter === unasked.has(name)).map(({ name }) => name),
  ).toEqual([]);
  const known = new Set(ROUTES.map(({ name }) => name));
  expect([...unasked].filter((name) => !known.has(name))).toEqual([]);
  // Publishing takes no words: they are in the draft. Taking part in writing gives them later.
  for (const name of ['publishIdea', 'publishUnderPseudonym', 'publishNote', 'askToCoauthor'])
    expect(ROUTES.find((route) => route.name === name)?.asksCharter).toBe(true);
});

/** `/preparer/:challenge/dossier`: every text of the kit, to change, print or copy; what goes on walls and screens. */
import {
  addressOf,
  KIT_TEXT_LIMIT,
  KIT_TEXTS,
  readCalendar,
  readKit,
  type Challenge,
  type Kit,
  type KitTextName,
} from '@butinerie/contracts';
import { type FormEvent } from 'react';
import { useKept, versionedTextsOf } from '../platform/kept.ts';
import { useFormats, useLanguage, useWords } from '../platform/language.tsx';
import { useOwnWords } from '../platform/own-words.ts';
import { refresh } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow, FileLink, LinkButton } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText, Page, Section } from '../ui/page.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { useToast } from '../ui/toast.tsx';
import { Signatures } from './commitment-page.tsx';
import { DEFAULT_TEXTS } from './default-texts.ts';
import { useKitFacts } from './facts.ts';
import css from './kit.module.css';
import { ProtectionWord } from './protection-word.tsx';
import { showKit, useSaveKitText } from './queries.ts';
import { WithKit } from './with-kit.tsx';
import { words } from './words.ts';

export function KitPage() {
  return <WithKit>{(challenge, kit) => <WholeKit challenge={challenge} kit={kit} />}</WithKit>;
}

interface WholeKitProps {
  readonly challenge: Challenge;
  readonly kit: Kit;
}
function WholeKit({ challenge, kit }: WholeKitProps) {
  const say = useWords(words);
  const { id } = challenge;
  const at = (piece: string): string => `/defis/${id}/imprimer/${piece}`;
  return (
    <Page
      kicker={challenge.question}
      title={say.title}
      now={kit.acts.includes('saveKitText') ? say.now : say.nowReading}
      acts={
        <ButtonRow>
          <LinkButton to={`/preparer/${id}`}>{say.back}</LinkButton>
          <LinkButton to={`/defis/${id}/engagement`}>{say.seeAsRead}</LinkButton>
          <LinkButton to="/charte">{say.charter}</LinkButton>
        </ButtonRow>
      }
    >
      {inOrder(challenge, kit).map((name) => (
        <OneText key={name} name={name} challenge={challenge} kit={kit} />
      ))}
      <Section title={say.walls}>
        <ButtonRow>
          <LinkButton to={at('a4')}>{say.posterA4}</LinkButton>
          <LinkButton to={at('a3')}>{say.posterA3}</LinkButton>
          <LinkButton to={at('feuillets')}>{say.slips}</LinkButton>
          <FileLink href={addressOf(readCalendar, { params: { challenge: id } })} download="defi.ics">
            {say.calendar}
          </FileLink>
        </ButtonRow>
      </Section>
      <Section title={say.live}>
        <p className={css.quiet}>{say.liveWhat}</p>
        <div>
          <LinkButton to={`/defis/${id}/projeter`}>{say.project}</LinkButton>
        </div>
      </Section>
    </Page>
  );
}

/** Whoever came to judge the note finds it first. */
function inOrder({ acts }: Challenge, kit: Kit): readonly KitTextName[] {
  if (kit.acts.includes('saveKitText') || !acts.includes('validateProtection')) return KIT_TEXTS;
  return ['protection', ...KIT_TEXTS.filter((name) => name !== 'protection')];
}

const MAILS: ReadonlySet<KitTextName> = new Set(['announcement', 'midway', 'lastDays']);
const PAGES: Readonly<Partial<Record<KitTextName, string>>> = { council: 'instance', protection: 'donnees' };
const isOpen = ({ phase }: Challenge): boolean => phase !== 'draft' && phase !== 'scheduled';

function OneText({ name, challenge, kit }: WholeKitProps & { readonly name: KitTextName }) {
  const say = useWords(words);
  const { language } = useLanguage();
  const own = useOwnWords();
  const { day } = useFormats();
  const me = useSignedIn();
  const toast = useToast();
  const facts = useKitFacts(challenge, kit.url);
  const there = kit.texts.find((text) => text.name === name);
  const stands = there?.version ?? 0;
  const [kept, keep, settle] = useKept(`butinerie.kit.${me.id}.${challenge.id}.${name}`, (raw) =>
    versionedTextsOf(raw, ['text'], stands),
  );
  /** The one that was read when the writing began. */
  const version = kept?.version ?? stands;
  const { run, pending, failure, clear } = useSaveKitText();
  const text = kept?.text ?? there?.text ?? own.say(DEFAULT_TEXTS[language], language)[name](facts);
  const writes = kit.acts.includes(name === 'commitment' ? 'writeCommitment' : 'saveKitText');
  const page = PAGES[name];
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await run({ params: { challenge: challenge.id }, body: { name, text, version } });
    if (!result.ok) {
      if (result.failure.code === 'stale-version') {
        const { current } = result.failure;
        settle(null, (mine) => ({ ...mine, version: current }));
        refresh(readKit, { params: { challenge: challenge.id } });
      }
      return;
    }
    showKit(result.value);
    const saved = result.value.texts.find((each) => each.name === name)?.version ?? 0;
    settle(kept, (typedSince) => ({ ...typedSince, version: saved }));
    toast({ text: say.saved });
  };
  const overtaken = failure?.code === 'stale-version' || (kept !== null && version !== stands);
  const status = there ? say.savedBy(there.by?.name ?? '', day(there.at)) : say.proposed;
  return (
    <Section title={say.texts[name]}>
      <p className={css.quiet}>{say.whats[name]}</p>
      <form className={css.form} noValidate onSubmit={(event) => void save(event)}>
        <TextArea
          label={say.field}
          rows={name === 'poster' ? 2 : 8}
          maxLength={KIT_TEXT_LIMIT}
          readOnly={!writes}
          value={text}
          onChange={(next) => {
            clear();
            keep({ text: next, version });
          }}
        />
        {overtaken ? (
          <Notice live tone="warning" title={say.theirs}>
            <p>{status}</p>
            {there && <KeptText>{there.text}</KeptText>}
          </Notice>
        ) : (
          <FailureNotice failure={failure} />
        )}
        {name === 'commitment' && !writes && isOpen(challenge) && (
          <p className={css.quiet}>{say.commitmentFixed}</p>
        )}
        {kept === null ? (
          <p className={css.quiet}>{status}</p>
        ) : (
          <StatusLine state="notSent">{say.notSaved}</StatusLine>
        )}
        <ButtonRow>
          {writes && (
            <Button type="submit" pending={pending}>
              {name === 'commitment' ? say.saveCommitment : say.save}
            </Button>
          )}
          {MAILS.has(name) && (
            <Button
              tone="quiet"
              onClick={() => void navigator.clipboard.writeText(text).then(() => toast({ text: say.copied }))}
            >
              {say.copy}
            </Button>
          )}
          {page !== undefined && (
            <LinkButton to={`/defis/${challenge.id}/imprimer/${page}`}>{say.printOut}</LinkButton>
          )}
        </ButtonRow>
      </form>
      {name === 'commitment' && <Signatures kit={kit} />}
      {name === 'protection' && <ProtectionWord challenge={challenge} text={there} />}
    </Section>
  );
}

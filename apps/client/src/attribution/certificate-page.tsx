/**
 * A certificate to print: what the register says of one act of the reader's, in words a lawyer may read, and the receipt
 * itself as a code. Nothing is printed that this browser did not check.
 */
import { readCertificate, type AnswerOf, type IdeaPage } from '@butinerie/contracts';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { ReceiptVerdict } from '@butinerie/attribution';
import { serverNow } from '../platform/clock.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useRead } from '../platform/query.ts';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { NotFoundPage } from '../ui/not-found-page.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { certificateWords } from './certificate-words.ts';
import css from './certificate.module.css';
import { linesOf, useKeys, useProvenIdea } from './queries.ts';
import { words } from './words.ts';

type Certificate = AnswerOf<typeof readCertificate>;
type Facts = Extract<ReceiptVerdict, { valid: true }>['facts'];

export function CertificatePage() {
  const n = useParams()['n'] ?? '';
  return /^\d{1,15}$/.test(n) ? <Fetched key={n} n={Number(n)} /> : <NotFoundPage />;
}

function Fetched({ n }: { readonly n: number }) {
  const say = useWords(words);
  const own = useWords(certificateWords);
  const read = useRead(readCertificate, { params: { n } });
  return (
    <Page
      title={own.certificateTitle}
      acts={
        <div data-print="no">
          <ButtonRow>
            <Button tone="primary" onClick={() => print()}>
              {own.printCertificate}
            </Button>
            <LinkButton to="/mes-credits" icon="back">
              {say.receiptsTitle}
            </LinkButton>
          </ButtonRow>
        </div>
      }
    >
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {(certificate) => <Checked certificate={certificate} />}
      </Reading>
    </Page>
  );
}

function Checked({ certificate }: { readonly certificate: Certificate }) {
  const say = useWords(words);
  const keys = useKeys();
  const [verdict, setVerdict] = useState<ReceiptVerdict | null>(null);
  const vkeys = keys.state === 'ready' ? keys.value : null;
  useEffect(() => {
    let left = false;
    if (vkeys === null) return undefined;
    const verify = async (): Promise<void> => {
      const { verifyPasted } = await import('./verify-pasted.ts');
      const next = await verifyPasted(certificate.receipt, { vkeys: linesOf(vkeys), compare: true });
      if (!left) setVerdict(next);
    };
    void verify();
    return () => {
      left = true;
    };
  }, [certificate.receipt, vkeys]);
  if (verdict === null)
    return (
      <>
        <p>{say.checking}</p>
        <Skeleton lines={6} />
      </>
    );
  if (!verdict.valid)
    return (
      <Notice live tone="danger" title={say.invalid}>
        <p>{say.invalidWhat}</p>
      </Notice>
    );
  return <Sheet certificate={certificate} facts={verdict.facts} vkeys={vkeys ?? ''} />;
}

interface SheetProps {
  readonly certificate: Certificate;
  readonly facts: Facts;
  readonly vkeys: string;
}
function Sheet({ certificate: { receipt, qr, idea }, facts, vkeys }: SheetProps) {
  const say = useWords(words);
  const own = useWords(certificateWords);
  const { day } = useFormats();
  const kinds: Readonly<Record<string, string>> = say.receiptKinds;
  const checkpoint = receipt.slice(receipt.lastIndexOf('\n\n', receipt.lastIndexOf('\n\n—') - 1) + 2);
  return (
    <article className={css.sheet}>
      <p className={css.claim}>
        {own.certifies({
          day: day(facts.t),
          n: facts.n,
          act: facts.kind === 'idea.proposed' ? null : (kinds[facts.kind] ?? say.otherReceipt),
          title: facts.title ?? null,
          name: facts.identity?.held.name ?? null,
          directorate: facts.identity?.held.directorate ?? null,
          size: facts.checkpointSize,
          today: day(serverNow()),
        })}
      </p>
      {idea !== null && <Credits idea={idea} />}
      <section className={css.proof}>
        {qr !== null && (
          <img
            className={css.qr}
            src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
            alt={own.certificateCode}
          />
        )}
        <div className={css.how}>
          <h2>{own.certificateCheck}</h2>
          <p>{qr === null ? own.certificateNoCode : own.certificateHow}</p>
          <p>{own.certificateKey}</p>
          <pre>{vkeys.trim()}</pre>
        </div>
      </section>
      <section>
        <h2>{say.checkpoint}</h2>
        <pre>{checkpoint.trim()}</pre>
      </section>
      <section>
        <h2>{say.limitsTitle}</h2>
        <ul>
          {say.limits.split('\n').map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
      <p className={css.right}>{own.certificateNoRight}</p>
    </article>
  );
}

function Credits({ idea }: { readonly idea: IdeaPage['id'] }) {
  const own = useWords(certificateWords);
  const { day, list } = useFormats();
  const read = useProvenIdea(idea);
  if (read.state !== 'ready') return null;
  const { contributions, credits } = read.value;
  const { originators, coauthors, rebounders, carrier } = credits;
  const roles = [
    { role: own.roles.originators, people: originators },
    { role: own.roles.coauthors, people: coauthors },
    { role: own.roles.rebounders, people: rebounders },
    { role: own.roles.carrier, people: carrier ? [carrier] : [] },
  ].filter(({ people }) => people.length > 0);
  return (
    <section>
      <h2>{own.creditsOn(day(serverNow()))}</h2>
      <dl className={css.roles}>
        {roles.map(({ role, people }) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>{list(people.map(({ name }) => name))}</dd>
          </div>
        ))}
        {contributions.map(({ about, person, brought }) => (
          <div key={about}>
            <dt>{own.broughtBy(person.name)}</dt>
            <dd>{brought}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

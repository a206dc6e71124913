/** My receipts: every act that names me, each a file to keep and to check without us. */
import { exportCredits, readReceipt, type AnswerOf, type listReceipts } from '@butinerie/contracts';
import { useState } from 'react';
import { useAct } from '../platform/query.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, FileLink, LinkButton } from '../ui/button.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { EmptyState, FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText, Page } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './attribution.module.css';
import { useReceipts } from './queries.ts';
import { KEPT_PAGE, saveFile } from './save-file.ts';
import { words } from './words.ts';

type Receipts = AnswerOf<typeof listReceipts>['receipts'];

export function ReceiptsPage() {
  const say = useWords(words);
  const read = useReceipts();
  return (
    <Page title={say.receiptsTitle} now={say.receiptsLead}>
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {({ receipts }) =>
          receipts.length === 0 ? (
            <EmptyState title={say.receiptsNone}>{say.receiptsNoneWhat}</EmptyState>
          ) : (
            <ReceiptList receipts={receipts} />
          )
        }
      </Reading>
      <ButtonRow>
        <LinkButton to="/verifier">{say.toVerifier}</LinkButton>
        <FileLink href={KEPT_PAGE} download="butinerie-verifier.html">
          {say.verifyWithoutUs}
        </FileLink>
      </ButtonRow>
    </Page>
  );
}

function ReceiptList({ receipts }: { readonly receipts: Receipts }) {
  const say = useWords(words);
  const { day } = useFormats();
  const toast = useToast();
  const { run, failure } = useAct(readReceipt);
  const exporting = useAct(exportCredits);
  const [gathering, setGathering] = useState(false);
  const kinds: Readonly<Record<string, string>> = say.receiptKinds;

  const download = async (n: number): Promise<void> => {
    const receipt = await run({ params: { n } });
    if (!receipt.ok) return;
    saveFile(say.receiptFile(n), receipt.value);
    toast({ text: say.downloaded });
  };
  const downloadAll = async (): Promise<void> => {
    setGathering(true);
    const texts: string[] = [];
    for (const { n } of receipts) {
      const receipt = await run({ params: { n } });
      if (!receipt.ok) break;
      texts.push(receipt.value);
    }
    setGathering(false);
    // A file that says it is all of them lacks none.
    if (texts.length === receipts.length) saveFile(say.allFile, texts.join('\n'));
  };
  const exportAll = async (): Promise<void> => {
    const all = await exporting.run({});
    if (all.ok) saveFile(say.exportFile, `${JSON.stringify(all.value, null, 2)}\n`, 'application/json');
  };
  return (
    <>
      <Notice>
        <p>{say.keepSafe}</p>
      </Notice>
      <FailureNotice failure={failure} />
      <CardList>
        {receipts.toReversed().map(({ n, kind, at, idea, title, brought }) => {
          const what = kinds[kind] ?? say.otherReceipt;
          return (
            <Entry key={n}>
              <h2 className={css.receipt}>{title ?? what}</h2>
              <p>
                {title !== null && <>{what}</>}
                <span className={css.day}>{say.onDay(day(at), n)}</span>
              </p>
              {brought !== null && <KeptText>{brought}</KeptText>}
              <ButtonRow>
                <Button onClick={() => void download(n)}>
                  {say.download} <span className="out-of-sight">{say.downloadOf(what)}</span>
                </Button>
                <LinkButton tone="quiet" to={`/verifier?recu=${n}`}>
                  {say.verifyHere} <span className="out-of-sight">{say.downloadOf(what)}</span>
                </LinkButton>
                <LinkButton tone="quiet" to={`/mes-credits/${n}/certificat`}>
                  {say.certificate} <span className="out-of-sight">{say.downloadOf(what)}</span>
                </LinkButton>
                {idea !== null && (
                  <LinkButton tone="quiet" to={`/idees/${idea}/noms`}>
                    {say.toDispute}
                  </LinkButton>
                )}
              </ButtonRow>
            </Entry>
          );
        })}
      </CardList>
      <ButtonRow>
        {receipts.length > 1 && (
          <Button pending={gathering} onClick={() => void downloadAll()}>
            {say.downloadAll}
          </Button>
        )}
        <Button pending={exporting.pending} onClick={() => void exportAll()}>
          {say.exportAll}
        </Button>
      </ButtonRow>
      <FailureNotice failure={exporting.failure} />
      <p className={css.quiet}>{say.exportWhat}</p>
    </>
  );
}

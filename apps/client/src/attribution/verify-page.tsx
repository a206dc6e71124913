/** Checking a receipt in this page, signed in or not: the file goes nowhere, and the keys are the reader's choice. */
import { readExtension, readReceipt } from '@butinerie/contracts';
import { keyRing, type KeyChange, type ReceiptVerdict } from '@butinerie/attribution';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../platform/call.ts';
import { useWords } from '../platform/language.tsx';
import { useAct } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { Button, ButtonRow, FileLink } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { TextArea } from '../ui/field.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import css from './attribution.module.css';
import { Limits } from './limits.tsx';
import { linesOf, useKeys } from './queries.ts';
import { KEPT_PAGE, saveFile } from './save-file.ts';
import { VerdictView } from './verdict-view.tsx';
import { words } from './words.ts';

type KeySource = 'instance' | 'pasted';

export function VerifyPage() {
  const say = useWords(words);
  const me = useMe();
  const keys = useKeys();
  const [search] = useSearchParams();
  const [receipt, setReceipt] = useState('');
  const [source, setSource] = useState<KeySource>('instance');
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState<'receipt' | 'keys' | null>(null);
  const [verifying, setVerifying] = useState(false);
  const [verdict, setVerdict] = useState<ReceiptVerdict | null>(null);

  const change = (text: string): void => {
    setReceipt(text);
    setWrong(null);
    setVerdict(null);
  };
  const n = me ? search.get('recu') : null;
  useEffect(() => {
    if (n === null || !/^\d+$/.test(n)) return;
    // What was pasted while it was on its way stays.
    void call(readReceipt, { params: { n: Number(n) } }).then(
      (read) => read.ok && setReceipt((pastedMeanwhile) => pastedMeanwhile || read.value),
    );
  }, [n]);

  const vkeys = source === 'pasted' ? linesOf(pasted) : keys.state === 'ready' ? linesOf(keys.value) : [];
  const verify = async (): Promise<void> => {
    setVerdict(null);
    const missing = receipt.trim() === '' ? 'receipt' : vkeys.length === 0 ? 'keys' : null;
    setWrong(missing);
    if (missing) return;
    setVerifying(true);
    const { verifyPasted } = await import('./verify-pasted.ts');
    setVerdict(await verifyPasted(receipt, { vkeys, compare: me !== null && source === 'instance' }));
    setVerifying(false);
  };
  return (
    <Page title={say.verifyTitle} now={say.verifyLead}>
      <div className={css.form}>
        <div className={css.receiptText}>
          <TextArea
            label={say.receiptField}
            hint={say.receiptHint}
            spellCheck={false}
            autoCapitalize="off"
            value={receipt}
            onChange={change}
            error={wrong === 'receipt' ? say.nothingToVerify : null}
          />
        </div>
        <div>
          <FileButton
            label={say.openFile}
            accept=".txt,text/plain"
            onFile={(file) => void file.text().then(change)}
          />
        </div>
        <RadioCards
          legend={say.keysLegend}
          value={source}
          onChange={(next) => {
            setSource(next);
            setWrong(null);
            setVerdict(null);
          }}
          options={[
            { value: 'instance', label: say.keysOfInstance, hint: say.keysOfInstanceHint },
            { value: 'pasted', label: say.keysPasted },
          ]}
          error={wrong === 'keys' && source === 'instance' ? say.keysUnread : null}
        />
        {source === 'pasted' && (
          <TextArea
            label={say.keysField}
            spellCheck={false}
            rows={2}
            value={pasted}
            onChange={(text) => {
              setPasted(text);
              setVerdict(null);
            }}
            error={wrong === 'keys' ? say.keysMissing : null}
          />
        )}
        <ButtonRow>
          <Button tone="primary" pending={verifying} onClick={() => void verify()}>
            {say.verify}
          </Button>
        </ButtonRow>
      </div>
      <output className={css.spoken}>
        {verdict ? <VerdictView verdict={verdict} changes={changesOf(vkeys)} /> : verifying && say.verifying}
      </output>
      <ButtonRow>
        {me && verdict?.valid && <StateToKeep from={verdict.facts.checkpointSize} />}
        <FileLink href={KEPT_PAGE} download="butinerie-verifier.html">
          {say.verifyWithoutUs}
        </FileLink>
      </ButtonRow>
      <p className={css.quiet}>{say.verifyWithoutUsWhat}</p>
      <Limits />
    </Page>
  );
}

const changesOf = (vkeys: readonly string[]): readonly KeyChange[] =>
  keyRing(vkeys.map((vkey) => ({ vkey }))).changes;

/** Today's signed state with the proof that it extends this receipt's: what the page that is kept compares with. */
function StateToKeep({ from }: { readonly from: number }) {
  const say = useWords(words);
  const { run, failure } = useAct(readExtension);
  const download = async (): Promise<void> => {
    const state = await run({ params: { from } });
    if (state.ok) saveFile(say.stateFile, state.value);
  };
  return (
    <>
      <Button onClick={() => void download()}>{say.stateToKeep}</Button>
      <FailureNotice failure={failure} />
    </>
  );
}

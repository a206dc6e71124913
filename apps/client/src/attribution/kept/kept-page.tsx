/**
 * Checking a receipt from a file on one's own disk. Files are told apart by what they say, so that all of them may be
 * dropped at once; nothing is asked of any server, there is none.
 */
import { judgeReceipt, type Judgement } from '@butinerie/attribution';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage, useWords } from '../../platform/language.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from '../attribution.module.css';
import { Limits } from '../limits.tsx';
import { VerdictView } from '../verdict-view.tsx';
import own from './kept.module.css';
import { keptWords } from './words.ts';

const isReceipt = (text: string): boolean =>
  text
    .trimStart()
    .replace(/^\uFEFF/, '')
    .startsWith('butinerie-receipt@v1');

export function KeptPage() {
  const say = useWords(keptWords);
  const { language, speak } = useLanguage();
  const [receipt, setReceipt] = useState('');
  const [state, setState] = useState('');
  const [keys, setKeys] = useState('');
  const [over, setOver] = useState(false);

  const take = async (files: Iterable<File>): Promise<void> => {
    const texts = await Promise.all([...files].map((file) => file.text()));
    // The first receipt is the one in question; what comes with it is held against it.
    const question = texts.find(isReceipt);
    const against = texts.find((text) => text !== question);
    if (question !== undefined) setReceipt(question);
    if (against !== undefined) setState(against);
  };
  // Anywhere on the page: a file let go beside the field would otherwise replace the page.
  useEffect(() => {
    const hover = (event: DragEvent): void => {
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const drop = (event: DragEvent): void => {
      hover(event);
      void take([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', hover);
    addEventListener('dragleave', hover);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', hover);
      removeEventListener('dragleave', hover);
      removeEventListener('drop', drop);
    };
  });
  const judgement = useMemo<Judgement | null>(
    () =>
      receipt.trim() === ''
        ? null
        : judgeReceipt(receipt, {
            vkeys: keys.split(/\s+/).filter(Boolean),
            ...(state.trim() === '' ? {} : { checkpoint: state }),
          }),
    [receipt, state, keys],
  );
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <main className={own.page}>
      <header className={own.head}>
        <button type="button" className={own.language} lang={other} onClick={() => speak(other)}>
          {say.otherLanguage}
        </button>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </header>
      <div className={own.drop} data-over={over}>
        <p>{say.drop}</p>
        <div>
          <FileButton label={say.choose} accept=".txt,text/plain" onFile={(file) => void take([file])} />
        </div>
      </div>
      <output className={css.spoken}>{judgement && <Said judgement={judgement} />}</output>
      <div className={css.form}>
        <div className={css.receiptText}>
          <TextArea
            label={say.receipt}
            hint={say.receiptHint}
            spellCheck={false}
            value={receipt}
            onChange={setReceipt}
          />
        </div>
        <div className={css.receiptText}>
          <TextArea
            label={say.state}
            hint={say.stateHint}
            optional
            spellCheck={false}
            value={state}
            onChange={setState}
          />
        </div>
        <div className={css.receiptText}>
          <TextArea
            label={say.keys}
            hint={say.keysHint}
            optional
            rows={2}
            spellCheck={false}
            value={keys}
            onChange={setKeys}
          />
        </div>
      </div>
      <Limits />
    </main>
  );
}

function Said({ judgement: { standing, verdict, namedKey, changes } }: { readonly judgement: Judgement }) {
  const say = useWords(keptWords);
  const caution = standing === 'own-key' || standing === 'not-compared' ? say.cautions[standing] : null;
  return (
    <VerdictView verdict={verdict} standing={standing} changes={changes}>
      {caution && (
        <Notice tone="warning" title={caution.title}>
          <p>{caution.what}</p>
        </Notice>
      )}
      {namedKey !== null && verdict.valid && (
        <div>
          <p>{say.namedKey}</p>
          <pre className={css.mono}>{namedKey}</pre>
        </div>
      )}
    </VerdictView>
  );
}

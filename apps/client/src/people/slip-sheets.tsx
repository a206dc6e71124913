/** The slips as they come out of the printer: eight on an A4 sheet, cut along the dotted lines. */
import type { Slip } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { usePlatformName } from '../platform/own-words.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import css from '../ui/slips.module.css';
import { svgPicture } from '../ui/svg-picture.ts';
import { words } from './words.ts';

export interface SlipSheetsProps {
  readonly slips: readonly Slip[];
  readonly onOthers: () => void;
}
export function SlipSheets({ slips, onOthers }: SlipSheetsProps) {
  const say = useWords(words);
  return (
    <div className={css.screen}>
      <div data-print="no">
        <Page
          width="wide"
          title={say.slipsReady(slips.length)}
          now={say.slipsReadyWhat}
          acts={
            <ButtonRow>
              <Button tone="primary" onClick={() => print()}>
                {say.print}
              </Button>
              <Button onClick={onOthers}>{say.otherSlips}</Button>
            </ButtonRow>
          }
        />
      </div>
      <div className={css.sheets}>
        {slips.map((slip) => (
          <SlipToCut key={slip.person.id} slip={slip} />
        ))}
      </div>
    </div>
  );
}

function SlipToCut({ slip: { person, qr, url, validUntil } }: { readonly slip: Slip }) {
  const platform = usePlatformName();
  const say = useWords(words);
  const { day } = useFormats();
  return (
    <article className={css.slip}>
      <div className={css.head}>
        <div className={css.who}>
          <p className={css.product}>{platform}</p>
          <h2>{person.name}</h2>
          {person.directorate && <p>{person.directorate}</p>}
        </div>
        <img className={css.qr} src={svgPicture(qr)} alt={say.slipQr(person.name)} />
      </div>
      <p>{say.slipSteps}</p>
      <p>{say.slipNoPassword}</p>
      <p className={css.copy}>
        {say.slipCopy} <span className={css.address}>{url}</span>
      </p>
      <p className={css.copy}>{say.slipUntil(day(validUntil))}</p>
    </article>
  );
}

/** The paper that an agent keeps: whose idea, the code, and where it is typed. */
import type { EntrySlip } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { usePlatformName } from '../platform/own-words.ts';
import slips from '../ui/slips.module.css';
import { svgPicture } from '../ui/svg-picture.ts';
import css from './entries.module.css';
import { words } from './words.ts';

export function EntryPaper({ slip }: { readonly slip: EntrySlip }) {
  const platform = usePlatformName();
  const say = useWords(words);
  const { agent, facilitator, title, code, url, qr } = slip;
  return (
    <article className={slips.slip}>
      <div className={slips.head}>
        <div className={slips.who}>
          <p className={slips.product}>{platform}</p>
          <h2>{agent.name}</h2>
          {agent.directorate && <p>{agent.directorate}</p>}
        </div>
        <img className={slips.qr} src={svgPicture(qr)} alt={say.paperQr} />
      </div>
      <p>{say.paperIdea(title)}</p>
      <p>
        {say.paperCode} <span className={css.code}>{code}</span>
      </p>
      <p>
        {say.paperHow} <span className={slips.address}>{url}</span>
      </p>
      <p className={slips.copy}>{say.paperKeep}</p>
      <p className={slips.copy}>{say.paperCharter(new URL('/charte', url).href)}</p>
      <p className={slips.copy}>{say.paperBy(facilitator.name)}</p>
    </article>
  );
}

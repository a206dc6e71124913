/** `/defis/:challenge/imprimer/:piece`: one thing on paper, as it is seen. */
import type { Challenge, Kit, KitTextName } from '@butinerie/contracts';
import { useParams } from 'react-router';
import { useFormats, useLanguage, useWords } from '../platform/language.tsx';
import { useOwnWords, usePlatformName } from '../platform/own-words.ts';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { NotFoundPage } from '../ui/not-found-page.tsx';
import { Page } from '../ui/page.tsx';
import { Banner, InColour } from '../ui/visual.tsx';
import { DEFAULT_TEXTS } from './default-texts.ts';
import { useKitFacts } from './facts.ts';
import css from './kit.module.css';
import { WithKit } from './with-kit.tsx';
import { words } from './words.ts';

const LETTERS: Readonly<Record<string, KitTextName>> = { instance: 'council', donnees: 'protection' };
const SIZES: Readonly<Record<string, 'a4' | 'a3'>> = { a4: 'a4', a3: 'a3' };

export function PrintPage() {
  return <WithKit>{(challenge, kit) => <Piece challenge={challenge} kit={kit} />}</WithKit>;
}

interface PieceProps {
  readonly challenge: Challenge;
  readonly kit: Kit;
}
function Piece({ challenge, kit }: PieceProps) {
  const say = useWords(words);
  const { language } = useLanguage();
  const own = useOwnWords();
  const { piece = '' } = useParams();
  const facts = useKitFacts(challenge, kit.url);
  const textOf = (name: KitTextName): string =>
    kit.texts.find((text) => text.name === name)?.text ??
    own.say(DEFAULT_TEXTS[language], language)[name](facts);
  const letter = LETTERS[piece];
  const size = SIZES[piece];
  const names: Readonly<Record<string, string>> = {
    a4: say.posterA4,
    a3: say.posterA3,
    feuillets: say.slips,
  };
  const title = letter === undefined ? names[piece] : say.texts[letter];
  if (title === undefined) return <NotFoundPage />;
  return (
    <InColour colour={challenge.visual.colour}>
      <div data-print="no">
        <Page
          kicker={challenge.question}
          title={title}
          now={say.printWhat}
          acts={
            <ButtonRow>
              <Button tone="primary" onClick={() => print()}>
                {say.print}
              </Button>
              <LinkButton to={`/preparer/${challenge.id}/dossier`}>{say.title}</LinkButton>
            </ButtonRow>
          }
        />
      </div>
      {letter !== undefined && (
        <article className={cx(css.paper, css.a4)}>
          <p className={css.letter}>{textOf(letter)}</p>
        </article>
      )}
      {size !== undefined && <Poster challenge={challenge} kit={kit} size={size} text={textOf('poster')} />}
      {piece === 'feuillets' && <Slips challenge={challenge} kit={kit} />}
    </InColour>
  );
}

/** As a picture, the server's drawing can run nothing. */
export const picture = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

interface PosterProps extends PieceProps {
  readonly size: 'a4' | 'a3';
  readonly text: string;
}
function Poster({ challenge, kit, size, text }: PosterProps) {
  const platform = usePlatformName();
  const say = useWords(words);
  const { day } = useFormats();
  const { id, question, opensAt, closesAt, visual } = challenge;
  return (
    <article className={cx(css.paper, css.poster, css[size])}>
      <Banner challenge={id} visual={visual} />
      <p>{platform}</p>
      <h2>{question}</h2>
      <p className={css.posterWords}>{text}</p>
      <img className={css.qr} src={picture(kit.qr)} alt={say.posterQr} />
      <p>{say.scan}</p>
      <p>{say.posterDates(day(opensAt.instant), day(closesAt.instant))}</p>
      <p className={css.address}>{kit.url}</p>
    </article>
  );
}

const ON_A_SHEET = 8;

function Slips({ challenge, kit }: PieceProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const { question, opensAt, closesAt } = challenge;
  return (
    <div className={cx(css.paper, css.slips, css.a4)}>
      {Array.from({ length: ON_A_SHEET }, (_, at) => (
        <article key={at} className={css.slip}>
          <img className={css.qr} src={picture(kit.qr)} alt={at === 0 ? say.posterQr : ''} />
          <div>
            <p>
              <strong>{question}</strong>
            </p>
            <p>{say.posterDates(day(opensAt.instant), day(closesAt.instant))}</p>
            <p>{say.scan}</p>
          </div>
        </article>
      ))}
    </div>
  );
}

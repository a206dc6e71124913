/** One mail: its text first, with links to follow; and the page it would have been, shut in a frame that can run nothing. */
import type { Mail } from '@butinerie/contracts';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ReadPage } from '../ui/read-page.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './mails.module.css';
import { useMails } from './queries.ts';
import { splitLinks } from './split-links.ts';
import { words } from './words.ts';

export function MailPage() {
  const say = useWords(words);
  const { mail } = useParams();
  const read = useMails();
  return (
    <ReadPage read={read}>
      {({ mails }) => {
        const found = mails.find(({ id }) => id === mail);
        if (found) return <OneMail mail={found} />;
        return (
          <Page
            title={say.notFound}
            now={say.notFoundWhat}
            acts={
              <div>
                <LinkButton to="/courriels">{say.back}</LinkButton>
              </div>
            }
          />
        );
      }}
    </ReadPage>
  );
}

function OneMail({ mail }: { readonly mail: Mail }) {
  const { subject, to, at, state, text, html, files } = mail;
  // Elsewhere the mail left, or did not: that is what counts.
  const linkOver = state === 'shown' && mail.linkOver;
  const say = useWords(words);
  const { moment } = useFormats();
  const [laidOut, setLaidOut] = useState(false);
  return (
    <Page
      kicker={<Link to="/courriels">{say.back}</Link>}
      title={subject}
      credit={<p>{say.to(to)}</p>}
      now={`${linkOver ? say.linkOver : say.state[state]} · ${moment(at)}`}
    >
      {/* eslint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="group" aria-label={say.views}>
        <ButtonRow>
          <Button aria-pressed={!laidOut} onClick={() => setLaidOut(false)}>
            {say.asText}
          </Button>
          <Button aria-pressed={laidOut} onClick={() => setLaidOut(true)}>
            {say.asHtml}
          </Button>
        </ButtonRow>
      </div>
      {laidOut ? (
        // No script, no form, no access to this page; a link opens a window of its own.
        <iframe
          className={css.frame}
          title={say.frame(subject)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={html.replace('<head>', '<head><base target="_blank">')}
        />
      ) : (
        <MailText text={text} linkOver={linkOver} />
      )}
      {files.length > 0 && <p className={css.quiet}>{say.enclosed(files.join(', '))}</p>}
    </Page>
  );
}

interface MailTextProps {
  readonly text: string;
  readonly linkOver: boolean;
}
function MailText({ text, linkOver }: MailTextProps) {
  const say = useWords(words);
  const toast = useToast();
  const pieces = splitLinks(text);
  const first = pieces.find(({ href }) => href !== null)?.href;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(first ?? '');
    toast({ text: say.copied });
  };
  return (
    <>
      <p className={css.text}>
        {pieces.map(({ text: piece, href }, at) =>
          href === null ? (
            piece
          ) : (
            // A piece is its place in a text that does not change.
            <a key={at} href={href} target="_blank" rel="noreferrer">
              {piece}
              <span className="out-of-sight"> {say.newWindow}</span>
            </a>
          ),
        )}
      </p>
      {linkOver && (
        <Notice title={say.linkOverTitle}>
          <p>{say.linkOverWhat}</p>
          <div>
            <LinkButton to="/personnes/feuillets">{say.toSlips}</LinkButton>
          </div>
        </Notice>
      )}
      {first && !linkOver && (
        <>
          {/\/entrer\b/.test(first) && <p className={css.quiet}>{say.personal}</p>}
          {'clipboard' in navigator && (
            <div>
              <Button onClick={() => void copy()}>{say.copy}</Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

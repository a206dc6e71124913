/** One statutory page: its title, then sections of short text; what the operator has to fill is seen as such. */
import type { ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page, Prose, Section } from '../ui/page.tsx';
import css from './statutory.module.css';
import { partsOf, piecesOf } from './text.ts';
import { words } from './words.ts';

function Sentence({ children }: { readonly children: string }) {
  return piecesOf(children).map(({ text, blank }) =>
    blank ? (
      <mark key={text} className={css.blank}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

function Text({ children }: { readonly children: string }) {
  return (
    <Prose>
      {partsOf(children).map((part) =>
        part.kind === 'list' ? (
          <ul key={part.items[0]} className={css.list}>
            {part.items.map((item) => (
              <li key={item}>
                <Sentence>{item}</Sentence>
              </li>
            ))}
          </ul>
        ) : (
          <p key={part.text}>
            <Sentence>{part.text}</Sentence>
          </p>
        ),
      )}
    </Prose>
  );
}

export interface Titled {
  readonly title: string;
  readonly text: string;
}
export interface StatutoryPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly sections: readonly Titled[];
  readonly children?: ReactNode;
}
export function StatutoryPage({ title, lead, sections, children }: StatutoryPageProps) {
  const say = useWords(words);
  const blanks = sections.some(({ text }) => piecesOf(text).some(({ blank }) => blank));
  return (
    <Page title={title} now={lead}>
      {blanks && <Notice tone="warning">{say.toFill}</Notice>}
      {sections.map((section) => (
        <Section key={section.title} title={section.title}>
          <Text>{section.text}</Text>
        </Section>
      ))}
      {children}
    </Page>
  );
}

/** The rules as they are read: a paragraph each, its first sentence its name. */
import type { Charter } from '@butinerie/contracts';
import { useLanguage } from '../platform/language.tsx';
import { Prose } from './page.tsx';

export function CharterText({ charter }: { readonly charter: Charter }) {
  const { language } = useLanguage();
  const rules = charter[language].split(/\n\s*\n/).filter((rule) => rule.trim() !== '');
  return (
    <Prose>
      {rules.map((rule, at) => {
        const [name = '', ...rest] = rule.split(/(?<=\.)\s/);
        return (
          // Two rules may read the same: their place is what tells them apart.
          <p key={`${at} ${name}`}>{rest.length > 0 ? <Named name={name} rest={rest.join(' ')} /> : rule}</p>
        );
      })}
    </Prose>
  );
}

function Named({ name, rest }: { readonly name: string; readonly rest: string }) {
  return (
    <>
      <strong>{name}</strong> {rest}
    </>
  );
}

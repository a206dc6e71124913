/** The way to the inbox, with what is unread in it. */
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Icon } from '../ui/icon.tsx';
import css from './bell.module.css';
import { useNotices } from './queries.ts';
import { words } from './words.ts';

export function Bell() {
  const read = useNotices();
  const say = useWords(words);
  const { count } = useFormats();
  const unread = read.state === 'ready' ? read.value.unread : 0;
  return (
    <Link to="/avis" className={css.bell} aria-label={say.bell(unread)} title={say.bell(unread)}>
      <Icon name="bell" />
      {unread > 0 && (
        <span className={css.count} aria-hidden="true">
          {unread > 99 ? '99+' : count(unread)}
        </span>
      )}
    </Link>
  );
}

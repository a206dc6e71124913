/** What the inbox says. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    bell: (unread: number) =>
      unread === 0
        ? 'Nouvelles : aucune non lue'
        : `Nouvelles : ${fr.counted(unread, { one: 'non lue', other: 'non lues' })}`,
  },
  {
    bell: (unread) => (unread === 0 ? 'News: none unread' : `News: ${en.count(unread)} unread`),
  },
);
